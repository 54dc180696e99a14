package portal.invitations;

import java.util.ArrayList;
import java.util.List;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/**
 * The texts drafts of one language are made from, with placeholders such as {@code {customer}} not yet filled in.
 *
 * @param bodyRelationshipOnly for invitations that do not ask for delegated admin privileges
 * @param shortBody for mail programs that cut long addresses
 */
public record TemplateText(
        Language language, String subject, String body, String bodyRelationshipOnly, String shortBody) {
    private static final String KEY = "invitations.draft.template.";

    /** The portal's own. */
    static TemplateText portals(Language language) {
        Texts texts = Texts.in(language);
        return new TemplateText(
                language,
                texts.template(KEY + "subject"),
                texts.template(KEY + "body"),
                texts.template(KEY + "body-relationship-only"),
                texts.template(KEY + "short"));
    }

    /** For a customer that is served already and only asked to accept the agreement. */
    static TemplateText agreement(Language language) {
        Texts texts = Texts.in(language);
        String body = texts.template("invitations.draft.agreement.body");
        return new TemplateText(
                language,
                texts.template("invitations.draft.agreement.subject"),
                body,
                body,
                texts.template("invitations.draft.agreement.short"));
    }

    /** The portal's own for a reseller that asks together with its provider, who is {@code {provider}}. */
    static TemplateText portalsJoint(Language language) {
        Texts texts = Texts.in(language);
        String body = texts.template(KEY + "joint-body");
        return new TemplateText(
                language, texts.template(KEY + "joint-subject"), body, body, texts.template(KEY + "joint-short"));
    }

    /** A partner's own text, which names the partner alone: what is asked for the provider is said before the link. */
    TemplateText together() {
        String said = Texts.in(language).template(KEY + "joint-sentence");
        return new TemplateText(
                language,
                subject,
                together(body, said),
                together(bodyRelationshipOnly, said),
                together(shortBody, said));
    }

    private static String together(String body, String said) {
        List<String> paragraphs = new ArrayList<>(List.of(body.split("\\n{2,}")));
        int place = 0;
        while (place < paragraphs.size() && !paragraphs.get(place).contains(Email.LINK)) {
            place++;
        }
        paragraphs.add(place, said);
        return String.join("\n\n", paragraphs);
    }

    /** The message for what an invitation asks. */
    String body(boolean delegatedAdmin) {
        return delegatedAdmin ? body : bodyRelationshipOnly;
    }

    /** The long messages. */
    List<String> bodies() {
        return List.of(body, bodyRelationshipOnly);
    }

    /** All of them. */
    List<String> all() {
        return List.of(subject, body, bodyRelationshipOnly, shortBody);
    }
}
