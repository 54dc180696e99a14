package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import portal.platform.access.Capacity;
import portal.platform.mail.Email;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;

/** Pages on which a partner makes and follows its invitations. */
public final class InvitationPages {
    private InvitationPages() {}

    /**
     * What to ask for.
     *
     * @param capacities in which the partner may ask; the choice is shown when there are several
     * @param national whether delegated admin privileges are always asked for
     * @param ways how the customer was won
     * @param customer a customer of the partner that is asked; null for any other
     * @param duplicate an open invitation to the same domain, about which is asked; null when there is none
     * @param joint with whom the partner asks; null for nobody
     */
    public record New(
            InvitationForm form,
            FormErrors errors,
            List<Capacity> capacities,
            boolean national,
            List<Option> ways,
            CustomerRecord customer,
            Invitation duplicate,
            Joint joint)
            implements Page {
        /** Where the form is sent. */
        public String action() {
            return joint == null ? "/invitations" : joint.partnership().path() + "/invitations";
        }
    }

    /**
     * The draft e-mail.
     *
     * @param mailto address that opens the mail program; the short text when {@code shortened}
     * @param length encoded characters the whole text would need there
     * @param copying whether to show the text to be copied by hand
     * @param version of the draft, sent back with it
     * @param changed whether it was saved or sent since the text in the form was opened
     */
    public record Draft(
            Invitation invitation,
            DraftForm form,
            FormErrors errors,
            Instant savedAt,
            int version,
            String link,
            String mailto,
            int length,
            boolean shortened,
            boolean copying,
            boolean changed)
            implements Page {
        /** The same page for somebody whose text meets another one. */
        Draft asChanged() {
            return new Draft(
                    invitation, form, errors, savedAt, version, link, mailto, length, shortened, copying, true);
        }
        /** Longest address mail programs are known to take. */
        public static final int LONGEST_ADDRESS = Mailto.LONGEST;

        /** The message's paragraphs; {@code {link}} stands where the link goes. */
        public List<String> paragraphs() {
            return List.of(form.body().split("\\n{2,}"));
        }

        /** What stands before, between and after the links of a line. */
        public static List<String> aroundLinks(String line) {
            return List.of(line.split(Pattern.quote(Email.LINK), -1));
        }
    }

    /**
     * The draft of an invitation whose link the portal does not keep.
     *
     * @param text that was sent and could not be saved; null for none
     */
    public record LinkGone(Invitation invitation, String name, String text) implements Page {}

    /**
     * One invitation and what happened to it.
     *
     * @param name company, domain or address it is known by
     * @param own whether the reader's organization made it; else it is named in it, and only reads
     * @param partnershipEnded whether what a joint invitation rests on is gone, so that its link says so
     * @param customer name of the one who answered; null while nobody has, or while the portal does not know it
     * @param messages what was said at the link, open ones first
     */
    public record Show(
            Invitation invitation,
            InvitationState state,
            String name,
            boolean own,
            boolean partnershipEnded,
            List<AcceptancePages.Asking> asking,
            String inviter,
            List<InvitationEvent> events,
            String customer,
            List<Message> messages,
            Reminding reminding)
            implements Page {}

    /** Taking an invitation back. */
    public record Revoke(Invitation invitation, String name, String reason, FormErrors errors) implements Page {}
}
