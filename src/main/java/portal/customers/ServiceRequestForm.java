package portal.customers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import portal.platform.database.Ids;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * A service request to be noted.
 *
 * @param id made with the empty form, so that sending it twice notes one
 * @param calledOn day as {@code 2026-11-20}
 */
public record ServiceRequestForm(UUID id, String number, String calledOn, String subject) {
    /** Longest number. */
    public static final int LONGEST_NUMBER = 40;

    /** Longest subject. */
    public static final int LONGEST_SUBJECT = 200;

    private static final int FIRST_YEAR = 2000;

    static ServiceRequestForm empty(LocalDate today) {
        return new ServiceRequestForm(Ids.next(), "", today.toString(), "");
    }

    /** What was sent. */
    static ServiceRequestForm from(Form form) {
        return new ServiceRequestForm(
                NoteForm.id(form), form.line("number"), form.line("called-on"), form.line("request-subject"));
    }

    /** The day, where there are no errors. */
    LocalDate day() {
        return LocalDate.parse(calledOn);
    }

    FormErrors errors(LocalDate today) {
        FormErrors errors = new FormErrors();
        errors.required("number", number, LONGEST_NUMBER);
        try {
            LocalDate day = LocalDate.parse(calledOn);
            if (day.isAfter(today) || day.getYear() < FIRST_YEAR) {
                errors.add("called-on", "error.called-on");
            }
        } catch (DateTimeParseException notADay) {
            errors.add("called-on", "error.date");
        }
        errors.required("request-subject", subject, LONGEST_SUBJECT);
        return errors;
    }
}
