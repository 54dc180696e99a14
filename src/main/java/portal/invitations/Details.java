package portal.invitations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Texts;
import portal.portfolio.Portfolio;

/** Changes what was said when an invitation was made, while it is open. The link stays the same. */
public final class Details {
    private final Database database;

    /** Kept in the database. */
    public Details(Database database) {
        this.database = database;
    }

    /**
     * Changes an open invitation.
     *
     * @param invitation as it was read; its version decides
     * @param form without errors
     * @return whether it was changed; not when it was changed or closed meanwhile
     */
    boolean edit(Visitor visitor, Invitation invitation, DetailsForm form, Instant now) {
        Invitation edited = form.applied(invitation, visitor.zone(), now);
        Texts texts = Texts.in(visitor.home().language());
        List<Change> changes = Change.between(invitation, edited, texts, visitor.zone());
        return database.write(handle -> {
            if (handle.attach(DetailsDao.class).edit(edited, now) == 0) {
                return false;
            }
            if (!changes.isEmpty()) {
                edited(handle, visitor, edited, changes, now);
            }
            return true;
        });
    }

    /** The log is read by the whole organization, so it is written in its language. */
    private static void edited(Handle handle, Visitor visitor, Invitation edited, List<Change> changes, Instant now) {
        Texts texts = Texts.in(visitor.home().language());
        InvitationDao dao = handle.attach(InvitationDao.class);
        for (Party party : dao.parties(edited.id())) {
            Portfolio.edited(
                    handle,
                    Invitations.invited(edited, party.partner(), party.capacity(), party.delegatedAdmin()),
                    now);
        }
        String after = Change.after(changes, texts);
        Timeline.write(handle, edited.id(), InvitationEvent.Kind.DETAILS_EDITED, visitor.personId(), after, now);
        Activity.of(Action.INVITATION_DETAILS_EDITED, visitor.personId(), null, Invitations.nameOf(edited))
                .changing(Change.before(changes, texts), after)
                .log(handle, visitor.home().id(), now);
    }

    /** What somebody else changed since the form was drawn: what differs between the form and the row as it is. */
    static List<Change> differences(Invitation current, DetailsForm form, Texts texts, ZoneId zone, Instant now) {
        return Change.between(form.applied(current, zone, now), current, texts, zone);
    }
}
