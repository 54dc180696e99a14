package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portal.organizations.Organization;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** Fills the draft's templates with who asks whom until when; {@code {link}} stays. */
final class DraftTemplate {
    private static final int LONGEST_SUBJECT = 200;
    private static final String KEY = "invitations.draft.template.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final Texts texts;
    private final Map<String, String> values;
    private final boolean delegatedAdmin;

    /** Who asks, as the draft says it. */
    record Asker(String person, String email, String phone) {}

    DraftTemplate(
            Language language,
            Invitation invitation,
            Organization partner,
            Asker asker,
            boolean delegatedAdmin,
            java.time.ZoneId zone) {
        texts = Texts.in(language);
        this.delegatedAdmin = delegatedAdmin;
        String customer =
                invitation.company() == null ? texts.text("invitations.draft.your-organization") : invitation.company();
        values = Map.of(
                "person", asker.person(),
                "partner", partner.legalName(),
                "city", partner.city(),
                "customer", customer,
                "until", texts.longDate(invitation.expiresAt(), zone),
                "phone", orEmpty(asker.phone() == null ? partner.phone() : asker.phone()),
                "email", orEmpty(asker.email()),
                "link", Email.LINK);
    }

    /** The template in the invitation's own language. */
    static DraftTemplate of(Invitation invitation, Organization partner, Visitor visitor, boolean delegatedAdmin) {
        return of(invitation, invitation.language(), partner, visitor, delegatedAdmin);
    }

    /** The template in any language. */
    static DraftTemplate of(
            Invitation invitation, Language language, Organization partner, Visitor visitor, boolean delegatedAdmin) {
        Asker asker = new Asker(visitor.name(), visitor.email(), visitor.phone());
        return new DraftTemplate(language, invitation, partner, asker, delegatedAdmin, visitor.zone());
    }

    /** The filled draft. */
    Draft draft(Instant now) {
        return new Draft(texts.language(), subject(), body(), now);
    }

    String subject() {
        String subject = fill(texts.template(KEY + "subject"));
        boolean fits = subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT;
        return fits ? subject : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT));
    }

    String body() {
        return fill(texts.template(KEY + (delegatedAdmin ? "body" : "body-relationship-only")));
    }

    String shortBody() {
        return fill(texts.template(KEY + "short"));
    }

    /** All long templates of a language, unfilled. */
    static List<String> bodies(Language language) {
        Texts texts = Texts.in(language);
        return List.of(texts.template(KEY + "body"), texts.template(KEY + "body-relationship-only"));
    }

    /** A line that is nothing but an empty value goes. */
    private String fill(String template) {
        return template.lines()
                .filter(line -> !onlyEmpty(line))
                .map(this::fillLine)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private boolean onlyEmpty(String line) {
        Matcher placeholder = PLACEHOLDER.matcher(line.strip());
        return placeholder.matches()
                && values.getOrDefault(placeholder.group(1), " ").isEmpty();
    }

    private String fillLine(String line) {
        return PLACEHOLDER
                .matcher(line)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
