package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import portal.platform.database.Ids;

/** Adds a version of the customer agreement through the pages, as the operator does. */
public final class AddingAgreement {
    private final Client operator;
    private final Map<String, String> fields = new HashMap<>(Map.of(
            "country", "ZZ",
            "title-en", "Customer agreement",
            "body-en", "## 1. New\n\nA new text."));

    private AddingAgreement(Client operator) {
        this.operator = operator;
        fields.put("id", Ids.next().toString());
    }

    /** A version for every country with an English text, by somebody who is signed in. */
    public static AddingAgreement by(Client operator) {
        return new AddingAgreement(operator);
    }

    /** Its name. */
    public AddingAgreement version(String version) {
        return with("version", version);
    }

    /** The country it is for. */
    public AddingAgreement country(String country) {
        return with("country", country);
    }

    /** The day it comes into force. */
    public AddingAgreement from(LocalDate day) {
        return with("effective-from", day.toString());
    }

    /** Any field. */
    public AddingAgreement with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Sends the form as it is; gives what comes back without following. */
    public Answer send() {
        return operator.post("/agreements", fields);
    }

    /** Looks at the preview and adds the version. */
    public void added() {
        Answer preview = send();
        assertEquals(200, preview.status(), () -> "the preview is shown: " + preview.wrongFields());
        with("seen", preview.page().select("input[name=seen]").val());
        assertEquals(303, send().status());
    }
}
