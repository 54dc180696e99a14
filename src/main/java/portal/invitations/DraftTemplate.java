package portal.invitations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** Fills the draft's templates with who asks whom until when; {@code {link}} stays. */
final class DraftTemplate {
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final TemplateText text;
    private final Map<String, String> values;
    private final boolean delegatedAdmin;

    /** Who asks, as the draft says it. */
    record Asker(String person, String email, String phone) {}

    DraftTemplate(
            TemplateText text,
            String company,
            Instant expiresAt,
            Organization partner,
            String provider,
            Asker asker,
            boolean delegatedAdmin,
            ZoneId zone) {
        this.text = text;
        this.delegatedAdmin = delegatedAdmin;
        Texts texts = Texts.in(text.language());
        String customer = company == null ? texts.text("invitations.draft.your-organization") : company;
        values = Map.of(
                "person", asker.person(),
                "partner", partner.legalName(),
                "provider", orEmpty(provider),
                "city", partner.city(),
                "customer", customer,
                "until",
                        Invitation.ENDLESS.equals(expiresAt)
                                ? texts.text("invitations.draft.until-revoked")
                                : texts.longDate(expiresAt, zone),
                "phone", orEmpty(asker.phone() == null ? partner.phone() : asker.phone()),
                "email", orEmpty(asker.email()),
                "link", Email.LINK);
    }

    /** The template of a language filled for an invitation that was made. */
    static DraftTemplate of(Handle handle, Invitation invitation, Language language, Visitor visitor) {
        List<Party> parties = handle.attach(InvitationDao.class).parties(invitation.id());
        Map<UUID, Organization> partners =
                Organizations.all(handle, parties.stream().map(Party::partnerId).toList());
        return of(handle, invitation, parties, partners, language, visitor);
    }

    /** The same where the parties are known. */
    static DraftTemplate of(
            Handle handle,
            Invitation invitation,
            List<Party> parties,
            Map<UUID, Organization> partners,
            Language language,
            Visitor visitor) {
        Party inviter = parties.get(0);
        boolean joint = invitation.joint();
        return new DraftTemplate(
                joint
                        ? Templates.jointText(handle, inviter.partner(), language)
                        : Templates.text(handle, inviter.partner(), inviter.capacity(), invitation, language),
                invitation.company(),
                invitation.expiresAt(),
                partners.get(inviter.partnerId()),
                joint ? partners.get(parties.get(1).partnerId()).legalName() : null,
                asker(visitor),
                inviter.delegatedAdmin(),
                visitor.zone());
    }

    private static Asker asker(Visitor visitor) {
        return new Asker(visitor.name(), visitor.email(), visitor.phone());
    }

    /** A template filled for somebody who may be made up. */
    static DraftTemplate of(
            TemplateText text,
            String company,
            Instant expiresAt,
            Organization partner,
            Visitor visitor,
            boolean delegatedAdmin) {
        return new DraftTemplate(
                text, company, expiresAt, partner, null, asker(visitor), delegatedAdmin, visitor.zone());
    }

    /** The filled draft. */
    Draft draft(Instant now) {
        return Draft.unsaved(text.language(), subject(), body(), now);
    }

    /** At most as long as a draft's may be, however long the names in it. */
    String subject() {
        String filled = fill(text.subject());
        int length = filled.codePointCount(0, filled.length());
        return length <= LONGEST_SUBJECT ? filled : filled.substring(0, filled.offsetByCodePoints(0, LONGEST_SUBJECT));
    }

    String body() {
        return fill(text.body(delegatedAdmin));
    }

    String shortBody() {
        return fill(text.shortBody());
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
