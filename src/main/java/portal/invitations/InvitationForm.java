package portal.invitations;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What a partner asks for.
 *
 * @param id chosen when the form was drawn, so that a form sent twice makes one invitation
 */
public record InvitationForm(
        String id,
        boolean delegatedAdmin,
        String capacity,
        String company,
        String domain,
        String email,
        String language,
        String days,
        String note) {
    /** Days a link works unless said otherwise (seed: GitHub 7 to GDAP 90; ours 30). */
    public static final int DEFAULT_DAYS = 30;

    private static final int MOST_DAYS = 90;

    /** What was sent. */
    public static InvitationForm from(Form form) {
        return new InvitationForm(
                form.line("id"),
                form.ticked("delegated-admin"),
                form.line("capacity"),
                form.line("company"),
                form.line("domain"),
                form.line("email"),
                form.line("language"),
                form.line("days"),
                form.text("note"));
    }

    /** An empty form. */
    public static InvitationForm empty(UUID id, Language language) {
        return new InvitationForm(
                id.toString(), true, "", "", "", "", language.code(), String.valueOf(DEFAULT_DAYS), "");
    }

    /** What needs another look, for a partner that acts in these capacities. */
    public FormErrors errors(Set<Capacity> capacities) {
        FormErrors errors = new FormErrors();
        if (chosenCapacity(capacities).isEmpty()) {
            errors.add("capacity", "error.capacity");
        }
        errors.text("company", company, 200);
        errors.domain("domain", domain);
        errors.email("email", email);
        if (Language.of(language).isEmpty()) {
            errors.add("language", "error.language");
        }
        if (validityDays() == 0) {
            errors.add("days", "error.days", MOST_DAYS, days.length() > 20 ? days.substring(0, 20) : days);
        }
        errors.text("note", note, 2_000);
        return errors;
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
