package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.texts.Language;
import portal.relationships.Relationships;

/** The texts a partner's drafts start from: its own, or the portal's where it has none. */
public final class Templates {
    /** The version of a template the partner does not have. */
    static final int NONE = -1;

    private static final int HIGHEST_FIRST_VERSION = 1_000_000_000;

    private final Database database;

    /** Kept in the database. */
    public Templates(Database database) {
        this.database = database;
    }

    /** What drafts of a partner are made from. */
    static TemplateText text(Handle handle, PartnerId partner, Language language) {
        return handle.attach(TemplateDao.class)
                .find(partner, language)
                .map(OwnTemplate::text)
                .orElseGet(() -> TemplateText.portals(language));
    }

    /**
     * What the draft of an invitation is made from: the partner's text, or the portal's own for a customer that is served
     * already and only asked to accept the agreement.
     */
    static TemplateText text(
            Handle handle, PartnerId partner, Capacity capacity, Invitation invitation, Language language) {
        boolean served = invitation.addresseeId() != null
                && Relationships.find(handle, partner, capacity, new CustomerId(invitation.addresseeId()))
                        .isPresent();
        return served ? TemplateText.agreement(language) : text(handle, partner, language);
    }

    /** What drafts of a partner are made from when it asks together with a provider. */
    static TemplateText jointText(Handle handle, PartnerId partner, Language language) {
        return handle.attach(TemplateDao.class)
                .find(partner, language)
                .map(own -> own.text().together())
                .orElseGet(() -> TemplateText.portalsJoint(language));
    }

    /** The partner's own template. */
    Optional<OwnTemplate> find(PartnerId partner, Language language) {
        return database.read(TemplateDao.class, dao -> dao.find(partner, language));
    }

    /** The partner's own templates. */
    List<OwnTemplate> all(PartnerId partner) {
        return database.read(TemplateDao.class, dao -> dao.all(partner));
    }

    /**
     * Keeps a template.
     *
     * @param version of the one it replaces; {@link #NONE} for the portal's
     * @return whether it is kept; not when another one was saved or removed meanwhile
     */
    boolean save(Visitor visitor, TemplateText text, int version, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        boolean kept;
        try {
            kept = database.write(handle -> save(handle, partner, visitor, text, version, now));
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            kept = false;
        }
        // a form sent twice finds what it has saved itself
        return kept || find(partner, text.language()).map(OwnTemplate::text).equals(Optional.of(text));
    }

    private static boolean save(
            Handle handle, PartnerId partner, Visitor visitor, TemplateText text, int version, Instant now) {
        TemplateText before = text(handle, partner, text.language());
        TemplateDao dao = handle.attach(TemplateDao.class);
        // not from nought: a template removed and made anew is another one
        int first = ThreadLocalRandom.current().nextInt(HIGHEST_FIRST_VERSION);
        int rows = version == NONE
                ? dao.insert(partner, text, visitor.personId(), first, now)
                : dao.update(partner, text, visitor.personId(), version, now);
        if (rows == 1) {
            log(handle, Action.TEMPLATE_SAVED, visitor, before, text, now);
        }
        return rows == 1;
    }

    /**
     * Goes back to the portal's text.
     *
     * @return whether it did; not when another one was saved meanwhile
     */
    boolean remove(Visitor visitor, Language language, int version, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        return database.write(handle -> {
            TemplateText before = text(handle, partner, language);
            int rows = handle.attach(TemplateDao.class).delete(partner, language, version);
            if (rows == 1) {
                log(handle, Action.TEMPLATE_REMOVED, visitor, before, TemplateText.portals(language), now);
            }
            return rows == 1;
        });
    }

    /** The log shows the first text that differs. */
    private static void log(
            Handle handle, Action action, Visitor visitor, TemplateText before, TemplateText after, Instant now) {
        Activity deed =
                Activity.of(action, visitor.personId(), null, after.language().ownName());
        IntStream.range(0, before.all().size())
                .filter(i -> !before.all().get(i).equals(after.all().get(i)))
                .mapToObj(i -> deed.changing(before.all().get(i), after.all().get(i)))
                .findFirst()
                .orElse(deed)
                .log(handle, visitor.home().id(), now);
    }
}
