package portal.platform.web;

import io.javalin.http.Context;
import java.text.Normalizer;
import java.util.List;

/** The fields somebody sent: composed characters, without white space around them. A missing field is empty. */
public final class Form {
    private final Context context;

    Form(Context context) {
        this.context = context;
    }

    /** One line; white space inside becomes single spaces. */
    public String line(String name) {
        return text(name).replaceAll("\\s+", " ").strip();
    }

    /** Several lines, ended by line feeds. */
    public String text(String name) {
        String value = context.formParam(name);
        if (value == null) {
            return "";
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?", "\n")
                .strip();
    }

    /** The values of all fields of a name, as of tick boxes in a list; each once. */
    public List<String> all(String name) {
        return context.formParams(name).stream().distinct().toList();
    }

    /** Whether a tick box is ticked. */
    public boolean ticked(String name) {
        return context.formParam(name) != null;
    }
}
