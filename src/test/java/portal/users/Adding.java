package portal.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import portal.testing.Answer;
import portal.testing.Client;

/** Adds users through the pages, as a partner does. */
final class Adding {
    private Adding() {}

    /** The fields of a form that would add somebody to customer A. */
    static Map<String, String> fields(Client partner, String customer, String mailbox) {
        Answer form = partner.get(customer + "/users/new");
        assertEquals(200, form.status());
        Map<String, String> fields = new HashMap<>();
        fields.put("id", form.page().select("main input[name=id]").val());
        fields.put("first-name", "Božena");
        fields.put("last-name", "Nováková");
        fields.put("display-name", "");
        fields.put("sign-in-name", mailbox);
        fields.put("domain", form.page().select("#domain option").val());
        fields.put("country", "CZ");
        return fields;
    }

    /** Adds somebody; gives what is answered. */
    static Answer add(Client partner, String customer, String mailbox) {
        return partner.post(customer + "/users", fields(partner, customer, mailbox));
    }

    /** Adds somebody and gives the address of the user's page. */
    static String added(Client partner, String customer, String mailbox) {
        Answer answer = add(partner, customer, mailbox);
        if (answer.status() == 303) {
            return answer.location().orElseThrow();
        }
        assertEquals(200, answer.status(), () -> answer.wrongFields().toString());
        return answer.page().select("main a.primary").attr("href");
    }
}
