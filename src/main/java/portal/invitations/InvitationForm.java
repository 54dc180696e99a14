package portal.invitations;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.relationships.CustomerRecord;

/**
 * What a partner asks for.
 *
 * @param id chosen when the form was drawn, so that a form sent twice makes one invitation
 * @param kind one customer, or any (a standing link)
 * @param endless whether a standing link works until it is revoked; means nothing for one customer
 * @param wonThrough how the customer was won; empty when not told
 * @param duplicate whether it shall be made although an open one goes to the same domain
 */
public record InvitationForm(
        String id,
        String kind,
        boolean delegatedAdmin,
        String capacity,
        String company,
        String domain,
        String email,
        String language,
        String days,
        boolean endless,
        String wonThrough,
        String note,
        boolean duplicate) {
    /** Days a link works unless said otherwise (seed: GitHub 7 to GDAP 90; ours 30). */
    public static final int DEFAULT_DAYS = 30;

    private static final int MOST_DAYS = 90;

    /** Asks one customer. */
    public InvitationForm(
            String id,
            boolean delegatedAdmin,
            String capacity,
            String company,
            String domain,
            String email,
            String language,
            String days,
            String note) {
        this(id, "", delegatedAdmin, capacity, company, domain, email, language, days, false, "", note, false);
    }

    /** What was sent. */
    public static InvitationForm from(Form form) {
        return new InvitationForm(
                form.line("id"),
                form.line("kind"),
                form.ticked("delegated-admin"),
                form.line("capacity"),
                form.line("company"),
                form.line("domain"),
                form.line("email"),
                form.line("language"),
                form.line("days"),
                form.ticked("endless"),
                form.line("won-through"),
                form.text("note"),
                form.ticked("duplicate"));
    }

    /** An empty form. */
    public static InvitationForm empty(UUID id, Language language) {
        return new InvitationForm(
                id.toString(),
                InvitationKind.ONE.code(),
                true,
                "",
                "",
                "",
                "",
                language.code(),
                String.valueOf(DEFAULT_DAYS),
                true,
                "",
                "",
                false);
    }

    /** Filled in for a customer of the partner: it is asked to accept the agreement, and for nothing it does not give. */
    public static InvitationForm of(UUID id, CustomerRecord customer, Language language) {
        return new InvitationForm(
                id.toString(),
                InvitationKind.ONE.code(),
                false,
                customer.capacity().code(),
                customer.name(),
                customer.domain() == null ? "" : customer.domain(),
                "",
                language.code(),
                String.valueOf(DEFAULT_DAYS),
                true,
                "",
                "",
                false);
    }

    /** What needs another look, for a partner that acts in these capacities. */
    public FormErrors errors(Set<Capacity> capacities) {
        FormErrors errors = new FormErrors();
        if (chosenKind().isEmpty()) {
            errors.add("kind", "error.kind");
        }
        if (chosenCapacity(capacities).isEmpty()) {
            errors.add("capacity", "error.capacity");
        }
        checkCustomer(errors, standing(), company, domain, email);
        if (Language.of(language).isEmpty()) {
            errors.add("language", "error.language");
        }
        if (!withoutEnd()) {
            checkDays(errors, days);
        }
        checkWonThrough(errors, wonThrough);
        errors.text("note", note, 2_000);
        return errors;
    }

    /** A standing link is for anybody, so it names nobody. */
    static void checkCustomer(FormErrors errors, boolean standing, String company, String domain, String email) {
        if (standing) {
            nothing(errors, "company", company);
            nothing(errors, "domain", domain);
            nothing(errors, "email", email);
        }
        errors.text("company", company, 200);
        errors.domain("domain", domain);
        errors.email("email", email);
    }

    private static void nothing(FormErrors errors, String field, String value) {
        if (!value.isEmpty()) {
            errors.add(field, "error.standing");
        }
    }

    static void checkDays(FormErrors errors, String days) {
        if (days(days) == 0) {
            errors.add("days", "error.days", MOST_DAYS, days.length() > 20 ? days.substring(0, 20) : days);
        }
    }

    static void checkWonThrough(FormErrors errors, String wonThrough) {
        if (!wonThrough.isEmpty() && WonThrough.of(wonThrough).isEmpty()) {
            errors.add("won-through", "error.won-through");
        }
    }

    /** The kind asked for: one customer when none was chosen; empty when there is no such kind. */
    public Optional<InvitationKind> chosenKind() {
        return InvitationKind.of(kind);
    }

    /** Whether any customer may accept. */
    public boolean standing() {
        return chosenKind().equals(Optional.of(InvitationKind.STANDING));
    }

    /** Whether the link works until it is revoked: only a standing one does, when no days are given. */
    public boolean withoutEnd() {
        return standing() && (endless || days.isEmpty());
    }

    /** The capacity asked in: the only one, or the one chosen. */
    public Optional<Capacity> chosenCapacity(Set<Capacity> capacities) {
        if (capacities.size() == 1) {
            return capacities.stream().findFirst();
        }
        return capacities.stream().filter(held -> held.code().equals(capacity)).findFirst();
    }

    /** Days the link shall work; 0 when that is not from 1 to 90. */
    public int validityDays() {
        return days(days);
    }

    static int days(String days) {
        if (!days.matches("[0-9]{1,3}")) {
            return 0;
        }
        int number = Integer.parseInt(days);
        return number <= MOST_DAYS ? number : 0;
    }

    /** Whether delegated admin privileges are asked for: always in a national cloud. */
    public boolean asksDelegatedAdmin(Cloud cloud) {
        return delegatedAdmin || cloud.national();
    }
}
