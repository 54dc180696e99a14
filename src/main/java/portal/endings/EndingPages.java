package portal.endings;

import java.util.List;
import java.util.UUID;
import portal.agreements.Agreements;
import portal.organizations.Organization;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;
import portal.relationships.Grant;
import portal.relationships.Relationship;
import portal.relationships.Removal;

/** Pages about endings, of both sides. */
public final class EndingPages {
    private EndingPages() {}

    /**
     * A partner decides whether to remove a relationship.
     *
     * @param statement the words to be ticked, in the reader's language or that of the form
     * @param changed whether something happened since the form was drawn
     */
    public record Remove(Ending ending, RemovalForm form, FormErrors errors, String statement, boolean changed)
            implements Page {
        /** Text key of what the customer's relationship is called in the capacity, with the verb. */
        public String verb() {
            return "endings.remove.title." + ending.customer().capacity().code();
        }
    }

    /**
     * The protocol of a removed relationship, with the letter that may be sent.
     *
     * @param access what the partner was granted and still holds without any relationship; null for nothing
     */
    public record Protocol(
            UUID row,
            List<Removal> removals,
            TerminationNotice notice,
            NoticeForm form,
            FormErrors errors,
            Grant access,
            String mailto,
            boolean changed)
            implements Page {
        /** The last one. */
        public Removal removal() {
            return removals.get(0);
        }
    }

    /** The letter alone, to be printed. */
    public record Letter(Removal removal, TerminationNotice notice, Organization partner, Organization customer)
            implements Page {}

    /**
     * What a partner may do in a customer's tenant, and how it came about.
     *
     * @param responsible whether the customer took the privileges back and nothing was agreed since
     * @param servicePhone empty when there is none
     * @param askAgain address of a request that asks for the privileges again
     */
    public record CustomerPrivileges(
            CustomerRecord customer,
            List<Grant> grants,
            boolean responsible,
            List<Renegotiation> renegotiations,
            RenegotiationForm form,
            FormErrors errors,
            String servicePhone,
            String askAgain)
            implements Page {
        /** What is granted now; null for nothing. */
        public Grant open() {
            return grants.stream().filter(Grant::open).findFirst().orElse(null);
        }

        /** What ended last; null when nothing did. */
        public Grant last() {
            return grants.stream().filter(grant -> !grant.open()).findFirst().orElse(null);
        }
    }

    /**
     * All partners of a customer.
     *
     * @param agreement version and day of the customer agreement accepted last; null when none was
     */
    public record Partners(List<PartnerLine> lines, Agreements.Acceptance agreement) implements Page {}

    /**
     * One of them.
     *
     * @param relationships open ones; none where only privileges are left
     * @param grant what is granted; null for nothing
     */
    public record PartnerLine(UUID partner, String name, List<Relationship> relationships, Grant grant) {}

    /**
     * What one partner may do, as the customer sees and decides it.
     *
     * @param grants what is and was granted, the newest first
     */
    public record OnePartner(
            Organization partner,
            List<Relationship> relationships,
            List<Grant> grants,
            Agreements.Acceptance agreement,
            Roles roles,
            FormErrors errors)
            implements Page {
        /** What is granted now; null for nothing. */
        public Grant open() {
            return grants.stream().filter(Grant::open).findFirst().orElse(null);
        }
    }

    /** The customer decides whether to take privileges back. */
    public record TakeBack(Organization partner, List<Relationship> relationships, Grant grant) implements Page {}
}
