package portal.invitations;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/** A draft as somebody edited it: the link is shown in full, and stored as {@code {link}}. */
public record DraftForm(String language, String subject, String body) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 8_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{0,40}}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)([^\\s/?#<>\"']+)");

    /** What was sent; the link in it becomes its placeholder. */
    public static DraftForm from(Form form, String link) {
        return new DraftForm(
                form.line("language"), form.line("subject"), form.text("body").replace(link, Email.LINK));
    }

    /**
     * What needs another look: the link once, no other placeholder, no address of a host that our own templates do not
     * name.
     */
    public FormErrors errors() {
        FormErrors errors = new FormErrors();
        errors.required("subject", subject, LONGEST_SUBJECT);
        if (!errors.required("body", body, LONGEST_BODY)) {
            return errors;
        }
        int links = body.split(Pattern.quote(Email.LINK), -1).length - 1;
        if (links != 1) {
            errors.add("body", links == 0 ? "error.draft.no-link" : "error.draft.several-links", links);
        }
        String rest = body.replace(Email.LINK, "");
        Matcher placeholder = PLACEHOLDER.matcher(rest + "\n" + subject);
        if (placeholder.find()) {
            errors.add("body", "error.draft.placeholder", placeholder.group());
        }
        Matcher address = ADDRESS.matcher(rest);
        Set<String> known = knownHosts();
        while (address.find()) {
            if (!known.contains(address.group(1).toLowerCase(Locale.ROOT))) {
                errors.add("body", "error.draft.other-host", address.group(1));
            }
        }
        return errors;
    }

    private static Set<String> knownHosts() {
        Set<String> hosts = new HashSet<>();
        for (Language language : Language.values()) {
            for (String template : DraftTemplate.bodies(language)) {
                Matcher address = ADDRESS.matcher(template);
                while (address.find()) {
                    hosts.add(address.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return hosts;
    }
}
