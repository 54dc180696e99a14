package portal.invitations;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import portal.organizations.CompanyForm;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Visitor;
import portal.platform.texts.Texts;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;

/** Builds the page a visit gets. */
record AcceptancePage(Visit visit, String path, Optional<Visitor> visitor, Texts texts, Organizations organizations) {

    static AcceptancePages.Refused unknown(String path) {
        return new AcceptancePages.Refused(Verdict.UNKNOWN, path, null, List.of(), null, null, null, null, null);
    }

    AcceptancePages.Summary summary(String returnTo) {
        return new AcceptancePages.Summary(
                path, returnTo, visit.invitation(), asking(), visit.inviter(), visit.since() != null);
    }

    AcceptancePages.Decide decide(AcceptanceForm form, FormErrors errors, boolean changed) {
        return new AcceptancePages.Decide(
                path,
                visit.invitation(),
                asking(),
                visit.inviter(),
                visit.customer().orElseThrow(),
                visit.sheet(),
                HexFormat.of().formatHex(visit.sheet().digest(visit.agreement())),
                visit.agreementAccepted() ? null : visit.agreement(),
                visit.since(),
                form,
                errors,
                changed);
    }

    AcceptancePages.Company company(CompanyForm form, FormErrors errors) {
        List<Option> countries = organizations.countryOptions(texts, form.country());
        return new AcceptancePages.Company(
                path,
                visit.invitation(),
                asking(),
                form,
                errors,
                countries,
                visitor.map(Visitor::verifiedDomain).orElse(null));
    }

    AcceptancePages.Decline decline(String reason, FormErrors errors) {
        return new AcceptancePages.Decline(path, visit.invitation(), asking(), reason, errors);
    }

    AcceptancePages.Refused refused() {
        Organization customer = visit.customer().orElse(null);
        return new AcceptancePages.Refused(
                visit.verdict(),
                path,
                visit.invitation(),
                asking(),
                visit.inviter(),
                customer,
                visit.answerer(),
                customer == null ? null : customer.region(),
                visit.since());
    }

    private List<AcceptancePages.Asking> asking() {
        return visit.asking();
    }
}
