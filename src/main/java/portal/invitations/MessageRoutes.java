package portal.invitations;

import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.web.Flash;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** How the inviting side sees to what was said at a link, and reminds the customer. */
public final class MessageRoutes {
    private final Invitations invitations;
    private final Messages messages;
    private final Settlements settlements;
    private final Reminders reminders;
    private final Runnable wakePostman;

    /** Calls the verbs; wakes the postman when there is mail. */
    public MessageRoutes(
            Invitations invitations,
            Messages messages,
            Settlements settlements,
            Reminders reminders,
            Runnable wakePostman) {
        this.invitations = invitations;
        this.messages = messages;
        this.settlements = settlements;
        this.reminders = reminders;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.post("/invitations/{id}/messages/{message}/settlement", Access.REQUEST_RELATIONSHIP, this::settle);
        routes.post("/invitations/{id}/releases", Access.REQUEST_RELATIONSHIP, this::release);
        routes.post("/invitations/{id}/reminders", Access.REQUEST_RELATIONSHIP, this::remind);
    }

    private void settle(Request request) {
        Invitation invitation = InvitationRoutes.invitation(request, invitations);
        Message message = messages.find(invitation.id(), request.id("message")).orElseThrow(Refusal::notFound);
        boolean settled = settlements.settle(request.visitor(), invitation, message.id(), request.now());
        goOn(request, invitation, settled, "flash.message-settled");
    }

    private void release(Request request) {
        Invitation invitation = InvitationRoutes.invitation(request, invitations);
        Message asked = messages.find(invitation.id(), messageOf(request))
                .filter(message -> message.kind() == MessageKind.RELEASE)
                .orElseThrow(Refusal::notFound);
        boolean released = settlements.release(request.visitor(), invitation, asked, request.now());
        goOn(request, invitation, released, "flash.message-released");
    }

    private static UUID messageOf(Request request) {
        try {
            return UUID.fromString(request.form().line("message"));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw Refusal.notFound();
        }
    }

    private void remind(Request request) {
        Invitation invitation = InvitationRoutes.invitation(request, invitations);
        boolean reminded = reminders.remindNow(request.visitor(), invitation, request.now());
        if (reminded) {
            wakePostman.run();
        }
        goOn(request, invitation, reminded, "flash.reminded");
    }

    private static void goOn(Request request, Invitation invitation, boolean done, String flash) {
        request.redirect(
                "/invitations/" + invitation.id(),
                done ? Flash.done(flash) : Flash.warning("flash.invitation-changed"));
    }
}
