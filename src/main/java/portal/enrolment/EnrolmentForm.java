package portal.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portal.organizations.Organization;
import portal.organizations.Profile;
import portal.organizations.ProfileForm;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.access.Visitor;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What a company sends to enrol as a partner.
 *
 * @param terms fingerprint of the terms that were shown
 * @param version of the enrolment it corrects; empty when it is the first
 */
public record EnrolmentForm(
        ProfileForm profile,
        String capacity,
        String country,
        String cloud,
        boolean agrees,
        String terms,
        String version) {

    /** An empty form. */
    static EnrolmentForm empty(ProfileForm profile) {
        return new EnrolmentForm(profile, "", "", Cloud.PUBLIC.code(), false, "", "");
    }

    /** The form as it was sent, to be corrected; the terms are to be ticked again. */
    static EnrolmentForm of(Organization partner, Profile profile, List<Capacity> capacities, Enrolment enrolment) {
        return new EnrolmentForm(
                ProfileForm.of(profile),
                CapacityChoice.of(capacities).map(CapacityChoice::code).orElse(""),
                partner.country(),
                partner.cloud().code(),
                false,
                "",
                String.valueOf(enrolment.version()));
    }

    /** What was sent. */
    static EnrolmentForm from(Form form) {
        return new EnrolmentForm(
                ProfileForm.from(form),
                form.line("capacity"),
                form.line("country"),
                form.line("cloud"),
                form.ticked("agrees"),
                form.line("terms"),
                form.line("enrolment-version"));
    }

    /** What needs another look, in the order of the page. */
    FormErrors errors(Collection<String> countries, Terms shown) {
        FormErrors errors = new FormErrors();
        if (CapacityChoice.of(capacity).isEmpty()) {
            errors.add("capacity", "error.enrolment.capacity");
        }
        if (!countries.contains(country)) {
            errors.add("country", "error.country");
        }
        if (chosenCloud().isEmpty()) {
            errors.add("cloud", "error.cloud");
        }
        profile.errors(country)
                .problems()
                .forEach((field, problem) -> errors.add(field, problem.key(), problem.arguments()));
        if (!agrees) {
            errors.add("agrees", "error.enrolment.agrees");
        } else if (!terms.equals(shown.fingerprint())) {
            errors.add("agrees", "error.enrolment.terms");
        }
        return errors;
    }

    private Optional<Cloud> chosenCloud() {
        return Stream.of(Cloud.values())
                .filter(known -> known.code().equals(cloud))
                .findFirst();
    }

    /** The version it corrects; -1 for none. */
    int corrects() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** The same input over a newer state. */
    EnrolmentForm over(Enrolment newer) {
        return new EnrolmentForm(profile, capacity, country, cloud, false, terms, String.valueOf(newer.version()));
    }

    CapacityChoice chosenCapacities() {
        return CapacityChoice.of(capacity).orElseThrow();
    }

    /** The profile it describes; call only when nothing needs another look. */
    Profile profile(Visitor visitor) {
        return profile.profile(visitor.tenantId(), country);
    }

    /** The partner it describes, waiting for the operator. */
    Organization partner(Visitor visitor) {
        Profile described = profile(visitor);
        return new Organization(
                visitor.tenantId(),
                OrganizationKind.PARTNER,
                OrganizationState.PENDING,
                described.legalName(),
                visitor.verifiedDomain(),
                visitor.verifiedDomain() != null,
                country,
                null,
                chosenCloud().orElseThrow(),
                described.addressLine1(),
                described.addressLine2(),
                described.city(),
                described.stateOrProvince(),
                described.postalCode(),
                described.phone(),
                described.email(),
                described.mpnId(),
                described.language(),
                described.timeZone());
    }
}
