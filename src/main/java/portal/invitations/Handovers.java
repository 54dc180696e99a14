package portal.invitations;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.Vault;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Language;
import portal.platform.web.Refusal;

/**
 * Further links, made by one who may not answer for a colleague who may. At most five of an invitation work at a time;
 * all die with it, and with a new link of the inviter's.
 */
public final class Handovers {
    /** So many further links may work at a time. */
    public static final int MOST = 5;

    private static final String PURPOSE = "handed-over secret of ";

    private final Database database;
    private final Vault vault;

    /** What came of it. */
    enum Outcome {
        MADE,
        TOO_MANY,
        /** The visitor may not, or may decide himself by now; look again. */
        NOT_NOW
    }

    /** Kept in the database: only digests, because a link is shown once. */
    public Handovers(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** A new secret for the form, sealed: the same form sent twice makes one link. */
    String newSecret(Invitation invitation) {
        byte[] sealed = vault.seal(PURPOSE + invitation.id(), vault.secret());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The secret a form carried.
     *
     * @throws Refusal (400) when it is not one of ours
     */
    String secret(Invitation invitation, String sealed) {
        try {
            return vault.open(PURPOSE + invitation.id(), Base64.getUrlDecoder().decode(sealed));
        } catch (IllegalArgumentException forged) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
    }

    /** Makes the link of a secret, for one who followed another link of the same invitation. */
    Outcome make(Visitor visitor, String followed, String secret, Language language, Instant now) {
        byte[] digest = Vault.digest(secret);
        byte[] followedDigest = Vault.digest(followed);
        return database.write(handle -> {
            Optional<Visit> visit = handle.attach(InvitationDao.class)
                    .findBySecret(followedDigest)
                    .map(found -> Visit.of(handle, found, Optional.of(visitor), language, now))
                    .filter(found -> found.verdict() == Verdict.NOT_GLOBAL_ADMIN);
            if (visit.isEmpty()) {
                return Outcome.NOT_NOW;
            }
            InvitationId id = visit.get().invitation().id();
            if (handle.attach(MessageDao.class).enter(id, true, now) == 0) {
                return Outcome.NOT_NOW;
            }
            HandoverDao dao = handle.attach(HandoverDao.class);
            if (dao.made(digest, id, visitor.personId())) {
                return Outcome.MADE;
            }
            if (dao.alive(id) >= MOST) {
                return Outcome.TOO_MANY;
            }
            add(handle, visit.get(), visitor, digest, now);
            return Outcome.MADE;
        });
    }

    private static void add(Handle handle, Visit visit, Visitor visitor, byte[] digest, Instant now) {
        Invitation invitation = visit.invitation();
        handle.attach(LinkDao.class).insert(digest, invitation.id(), null, visitor.personId(), now);
        Timeline.write(
                handle, invitation.id(), InvitationEvent.Kind.HANDED_TO_COLLEAGUE, visitor.personId(), null, now);
        for (Party party : visit.inviting()) {
            Activity.of(Action.INVITATION_HANDED_TO_COLLEAGUE, visitor.personId(), null, Invitations.nameOf(invitation))
                    .log(handle, party.partnerId(), now);
        }
    }
}
