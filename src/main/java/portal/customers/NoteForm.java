package portal.customers;

import java.util.UUID;
import portal.platform.database.Ids;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;

/**
 * A note to be written.
 *
 * @param id made with the empty form, so that sending it twice writes one
 */
public record NoteForm(UUID id, String body) {
    /** Longest note. */
    public static final int LONGEST = 2_000;

    static NoteForm empty() {
        return new NoteForm(Ids.next(), "");
    }

    /**
     * What was sent.
     *
     * @throws Refusal (400) when the id is not one of ours
     */
    static NoteForm from(Form form) {
        return new NoteForm(id(form), form.text("note"));
    }

    /** The id a form was given; the portal gives ids of version 7 only. */
    static UUID id(Form form) {
        String id = form.line("id");
        if (!id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        return UUID.fromString(id);
    }

    FormErrors errors() {
        FormErrors errors = new FormErrors();
        errors.required("note", body, LONGEST);
        return errors;
    }
}
