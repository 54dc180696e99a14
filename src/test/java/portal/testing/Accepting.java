package portal.testing;

import java.util.HashMap;
import java.util.Map;

/** Accepts through the pages, as a customer does. */
public final class Accepting {
    private Accepting() {}

    /** The fields of the acceptance, with the sheet the page at the link shows. */
    public static Map<String, String> fields(Client customer, String link) {
        Answer page = customer.get(link);
        Map<String, String> fields = new HashMap<>();
        fields.put("sheet", page.page().select("input[name=sheet]").val());
        fields.put("agrees", "yes");
        fields.put("first-name", "Jiří");
        fields.put("last-name", "Řezníček");
        fields.put("email", "jiri.reznicek@jizerske-sklo.example");
        fields.put("phone", "");
        return fields;
    }

    /** Presses Accept and gives the page at the end. */
    public static Answer accept(Client customer, String link) {
        return customer.submit(link + "/acceptance", fields(customer, link));
    }
}
