package portal.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.Organization;
import portal.organizations.SupportProfile;
import portal.platform.access.Capacity;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;

/** Pages on which a company enrols, and on which the operator decides. */
public final class EnrolmentPages {
    private EnrolmentPages() {}

    /** Another partner with the same MPN ID. */
    public record Namesake(UUID id, String name) {}

    /**
     * What a company tells of itself.
     *
     * @param verifiedDomain null when the OpenID provider vouches for none
     * @param declined what the operator said when it was declined; null otherwise
     * @param stale whether a colleague sent something, or the operator decided, since the form was drawn
     */
    public record New(
            EnrolmentForm form,
            FormErrors errors,
            Terms terms,
            List<Option> countries,
            List<Option> clouds,
            List<Option> timeZones,
            String verifiedDomain,
            EnrolmentEvent declined,
            boolean stale)
            implements Page {}

    /**
     * One page of the partners.
     *
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     * @param more whether a search has found more than is shown
     */
    public record Index(EnrolmentAddress address, List<EnrolmentRow> rows, String previous, String next, boolean more)
            implements Page {}

    /**
     * One partner with all that was entered.
     *
     * @param submitter who enrolled it; null when it was there before
     * @param namesakes other partners with the same MPN ID
     */
    public record Show(
            Enrolment enrolment,
            Organization partner,
            SupportProfile support,
            List<Capacity> capacities,
            Submitter submitter,
            Optional<TermsAcceptance> terms,
            List<EnrolmentEvent> events,
            List<Namesake> namesakes)
            implements Page {}

    /** Who enrolled a partner. */
    public record Submitter(String name, String email, String phone) {}

    /**
     * A decision that the partner is told the reason of.
     *
     * @param stale whether the partner corrected what it sent since the form was drawn
     */
    public record Reasoned(
            Decision decision, Enrolment enrolment, String name, String reason, FormErrors errors, boolean stale)
            implements Page {
        /** Where it is sent. */
        public String path() {
            return "/enrolments/" + enrolment.organizationId()
                    + (decision == Decision.DECLINED ? "/decline" : "/suspension");
        }
    }
}
