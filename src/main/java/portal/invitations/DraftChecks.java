package portal.invitations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.web.FormErrors;

/** What drafts and their templates are looked through for before they are kept. */
final class DraftChecks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{0,40}}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]{0,20}:[/\\\\]{2}|(?<![\\p{L}\\p{N}])(?=www\\.))([^\\s/?#<>\"']*)");
    private static final Pattern PUNCTUATION_AFTER = Pattern.compile("[.,;:!)\\]]+$");

    private DraftChecks() {}

    /** The text has the link once. */
    static void oneLink(FormErrors errors, String field, String text) {
        int links = text.split(Pattern.quote(Email.LINK), -1).length - 1;
        if (links != 1) {
            errors.add(field, links == 0 ? "error.draft.no-link" : "error.draft.several-links", links);
        }
    }

    /** Every placeholder is one of those known; the message names the others. */
    static void placeholders(FormErrors errors, String field, String text, Set<String> known, String message) {
        String unknown = PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(placeholder -> !known.contains(placeholder))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            errors.add(field, message, unknown);
        }
    }

    /** No address leads to a host that the portal's own templates do not name; the message names those that do. */
    static void hosts(FormErrors errors, String field, String text) {
        Set<String> known = knownHosts();
        List<String> others = hosts(text.replace(Email.LINK, ""))
                .filter(host -> !known.contains(host))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            errors.add(field, "error.draft.other-host", String.join(", ", others));
        }
    }

    /** Hosts of all addresses a mail program may turn into links. */
    private static Stream<String> hosts(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(address -> PUNCTUATION_AFTER.matcher(address.group(1)).replaceFirst(""))
                .map(host -> host.toLowerCase(Locale.ROOT));
    }

    private static Set<String> knownHosts() {
        return Arrays.stream(Language.values())
                .flatMap(language -> TemplateText.portals(language).all().stream())
                .flatMap(DraftChecks::hosts)
                .collect(Collectors.toSet());
    }
}
