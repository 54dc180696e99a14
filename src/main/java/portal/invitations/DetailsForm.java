package portal.invitations;

import java.time.Instant;
import java.time.ZoneId;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What can be changed of an open invitation.
 *
 * @param version of the invitation the form was drawn from, so that nobody overwrites what he has not seen
 * @param days how long the link works from today; empty leaves its end as it is
 * @param endless whether a standing link works until it is revoked; means nothing for one customer
 */
public record DetailsForm(
        String version,
        String company,
        String domain,
        String email,
        String wonThrough,
        String note,
        boolean remind,
        String days,
        boolean endless) {

    /** What was sent. */
    static DetailsForm from(Form form) {
        return new DetailsForm(
                form.line("version"),
                form.line("company"),
                form.line("domain"),
                form.line("email"),
                form.line("won-through"),
                form.text("note"),
                form.ticked("remind"),
                form.line("days"),
                form.ticked("endless"));
    }

    /** As the invitation stands. */
    static DetailsForm of(Invitation invitation) {
        return new DetailsForm(
                String.valueOf(invitation.version()),
                orEmpty(invitation.company()),
                orEmpty(invitation.domain()),
                orEmpty(invitation.email()),
                invitation.wonThrough() == null ? "" : invitation.wonThrough().code(),
                orEmpty(invitation.note()),
                invitation.remind(),
                "",
                invitation.endless());
    }

    /** The same input, to be sent again over what the invitation is now. */
    DetailsForm over(Invitation current) {
        return new DetailsForm(
                String.valueOf(current.version()), company, domain, email, wonThrough, note, remind, days, endless);
    }

    /** What needs another look. */
    FormErrors errors(Invitation invitation) {
        FormErrors errors = new FormErrors();
        InvitationForm.checkCustomer(errors, invitation.standing(), company, domain, email);
        InvitationForm.checkWonThrough(errors, wonThrough);
        errors.text("note", note, 2_000);
        boolean withoutEnd = invitation.standing() && endless;
        boolean needsDays = invitation.endless() && !withoutEnd;
        if (needsDays || (!withoutEnd && !days.isEmpty())) {
            InvitationForm.checkDays(errors, days);
        }
        return errors;
    }

    /** Whether it was drawn from the invitation as it is. */
    boolean drawnFrom(Invitation invitation) {
        return version.equals(String.valueOf(invitation.version()));
    }

    /** The invitation as the form says; of a form without errors. */
    Invitation applied(Invitation invitation, ZoneId zone, Instant now) {
        int validityDays = invitation.validityDays();
        Instant expiresAt = invitation.expiresAt();
        if (invitation.standing() && endless) {
            validityDays = 0;
            expiresAt = Invitation.ENDLESS;
        } else if (!days.isEmpty()) {
            validityDays = InvitationForm.days(days);
            expiresAt = Invitations.end(validityDays, zone, now);
        }
        return invitation.with(
                new Invitation.Details(
                        Invitations.blankToNull(company),
                        domain.isEmpty() ? null : FormErrors.asciiHost(domain),
                        Invitations.blankToNull(email),
                        Invitations.blankToNull(note),
                        WonThrough.of(wonThrough).orElse(null),
                        remind),
                validityDays,
                expiresAt);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
