package portal.invitations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/** A draft as somebody edited it: the link is shown in full, and stored as {@code {link}}. */
public record DraftForm(String language, String subject, String body) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 8_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]{0,40}}");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]{0,20}:[/\\\\]{2}|(?<![\\p{L}\\p{N}])(?=www\\.))([^\\s/?#<>\"']*)");
    private static final Pattern PUNCTUATION_AFTER = Pattern.compile("[.,;:!)\\]]+$");

    /** What was sent; the link in it becomes its placeholder. */
    public static DraftForm from(Form form, String link) {
        return new DraftForm(
                form.line("language"), form.line("subject"), form.text("body").replace(link, Email.LINK));
    }

    /**
     * What needs another look: the link once and only in the message, no other placeholder, no address of a host that our
     * own templates do not name.
     *
     * @param secret of the link, which may stand nowhere else
     */
    public FormErrors errors(String secret) {
        FormErrors errors = new FormErrors();
        if (errors.required("subject", subject, LONGEST_SUBJECT)) {
            check(errors, "subject", subject, secret);
        }
        if (!errors.required("body", body, LONGEST_BODY)) {
            return errors;
        }
        int links = body.split(Pattern.quote(Email.LINK), -1).length - 1;
        if (links != 1) {
            errors.add("body", links == 0 ? "error.draft.no-link" : "error.draft.several-links", links);
        }
        check(errors, "body", body.replace(Email.LINK, ""), secret);
        return errors;
    }

    private static void check(FormErrors errors, String field, String text, String secret) {
        if (text.contains(secret)) {
            errors.add(field, "error.draft.several-links", 2);
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.find()) {
            errors.add(field, "error.draft.placeholder", placeholder.group());
        }
        Set<String> known = knownHosts();
        hosts(text)
                .filter(host -> !known.contains(host))
                .findFirst()
                .ifPresent(host -> errors.add(field, "error.draft.other-host", host));
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
                .flatMap(language -> DraftTemplate.bodies(language).stream())
                .flatMap(DraftForm::hosts)
                .collect(Collectors.toSet());
    }
}
