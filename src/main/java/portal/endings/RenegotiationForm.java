package portal.endings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/** When a partner and its customer agreed anew, as typed. */
public record RenegotiationForm(String agreedOn, String note) {
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_YEARS = 10;

    /** What was sent. */
    static RenegotiationForm from(Form form) {
        return new RenegotiationForm(form.line("agreed-on"), form.text("renegotiation-note"));
    }

    static RenegotiationForm empty() {
        return new RenegotiationForm("", "");
    }

    /** The day; null when it is none. */
    LocalDate day() {
        try {
            return agreedOn.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(agreedOn) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** What needs another look: a day that has been, and not long ago. */
    FormErrors errors(Instant now, ZoneId zone) {
        FormErrors errors = new FormErrors();
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day() == null) {
            errors.add("agreed-on", "error.date");
        } else if (day().isAfter(today) || day().isBefore(today.minusYears(MOST_YEARS))) {
            errors.add("agreed-on", "error.agreed-on");
        }
        errors.text("renegotiation-note", note, LONGEST_NOTE);
        return errors;
    }
}
