package portal.invitations;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.web.FormErrors;

/** What drafts and their templates are looked through for before they are kept. */
final class DraftChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{0,40}}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)([^\\s/?#<>\"']+)");

    private DraftChecks() {}

    /** The text has the link once. */
    static void oneLink(FormErrors errors, String field, String text) {
        int links = text.split(Pattern.quote(Email.LINK), -1).length - 1;
        if (links != 1) {
            errors.add(field, links == 0 ? "error.draft.no-link" : "error.draft.several-links", links);
        }
    }

    /** Every placeholder is one of those known; the others are named. */
    static void placeholders(FormErrors errors, String field, String text, Set<String> known, String message) {
        String unknown = PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .filter(placeholder -> !known.contains(placeholder))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            errors.add(field, message, unknown);
        }
    }

    /** No address leads to a host that the portal's own templates do not name; those that do are named. */
    static void hosts(FormErrors errors, String field, String text) {
        Set<String> known = knownHosts();
        String others = ADDRESS.matcher(text.replace(Email.LINK, ""))
                .results()
                .map(match -> match.group(1))
                .filter(host -> !known.contains(host.toLowerCase(Locale.ROOT)))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            errors.add(field, "error.draft.other-host", others);
        }
    }

    private static Set<String> knownHosts() {
        Set<String> hosts = new HashSet<>();
        for (Language language : Language.values()) {
            for (String template : TemplateText.portals(language).all()) {
                Matcher address = ADDRESS.matcher(template);
                while (address.find()) {
                    hosts.add(address.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return hosts;
    }
}
