package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import portal.agreements.Agreement;
import portal.organizations.CompanyForm;
import portal.organizations.Organization;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;
import portal.signin.Person;

/** What the one who follows an invitation's link sees. */
public final class AcceptancePages {
    private AcceptancePages() {}

    /** A party with what it asks for, as everybody with the link may see it. */
    public record Asking(Organization partner, Party party) {}

    /**
     * Open, and nobody is signed in.
     *
     * @param path of the link
     * @param returnTo where to go on after signing in: the link, or its page for declining
     * @param agreementOnly whether nothing but the agreement is asked
     */
    public record Summary(
            String path,
            String returnTo,
            Invitation invitation,
            List<Asking> asking,
            Person inviter,
            boolean agreementOnly)
            implements Page {}

    /**
     * Open, and the visitor may answer.
     *
     * @param sheetDigest what the button sends back
     * @param agreement null when the version in force is accepted already
     * @param since when the relationship began, where nothing but the agreement is asked; null otherwise
     * @param changed whether the sheet is another than the one that was accepted
     */
    public record Decide(
            String path,
            Invitation invitation,
            List<Asking> asking,
            Person inviter,
            Organization customer,
            Sheet sheet,
            String sheetDigest,
            Agreement agreement,
            Instant since,
            AcceptanceForm form,
            FormErrors errors,
            boolean changed)
            implements Page {}

    /** Open, and the visitor's organization describes itself first. */
    public record Company(
            String path,
            Invitation invitation,
            List<Asking> asking,
            CompanyForm form,
            FormErrors errors,
            List<Option> countries,
            String verifiedDomain)
            implements Page {}

    /** Saying no, with or without a reason. */
    public record Decline(String path, Invitation invitation, List<Asking> asking, String reason, FormErrors errors)
            implements Page {}

    /**
     * Every other answer: what is so, and the way on.
     *
     * @param invitation null when the link is unknown, as are asking and inviter
     * @param customer the visitor's organization; null when unknown
     * @param since when what is asked began; null unless nothing new is asked
     * @param answerer who answered for that organization; null otherwise
     */
    public record Refused(
            Verdict verdict,
            String path,
            Invitation invitation,
            List<Asking> asking,
            Person inviter,
            Organization customer,
            String answerer,
            String region,
            Instant since)
            implements Page {
        /** The partner that is outside the customer's region. */
        public Organization outside() {
            return asks(partner -> !partner.inRegionOf(customer));
        }

        /** The partner that is suspended. */
        public Organization suspended() {
            return asks(Organization::suspended);
        }

        private Organization asks(Predicate<Organization> such) {
            return asking.stream().map(Asking::partner).filter(such).findFirst().orElseThrow();
        }
    }
}
