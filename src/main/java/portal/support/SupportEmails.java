package portal.support;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.platform.Config;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.signin.Persons;

/** The mails about designated support contacts, each in the recipient's language. */
public final class SupportEmails {
    private static final int MOST_LINES = 20;

    private final Config config;
    private final Renderer renderer;

    /** Mails of this portal. */
    public SupportEmails(Config config, Renderer renderer) {
        this.config = config;
        this.renderer = renderer;
    }

    /**
     * What is told about some subscriptions.
     *
     * @param kind support-designated, support-released or support-lost
     * @param actor who has done it; or, for a loss, whose the lost choice was
     * @param contact the new contact; for a loss, who acts now
     * @param subscriptions what it is about, one line each
     * @param obstacles for a loss, what is missing
     * @param path where it is seen
     */
    record News(
            String kind,
            String actor,
            String contact,
            List<String> subscriptions,
            List<Lack> obstacles,
            String replyTo,
            String path) {}

    /** To the address of the organization; where it has none, to those of its Global admins seen last. */
    List<Email> tell(Handle handle, Organization organization, News news) {
        return Persons.addresses(handle, organization).entrySet().stream()
                .map(to -> email(Texts.in(to.getValue()), to.getKey(), organization.legalName(), news))
                .toList();
    }

    private Email email(Texts texts, String recipient, String organization, News news) {
        String brand = texts.text("layout.brand");
        String subject = texts.text(
                "emails." + news.kind() + ".subject", news.subscriptions().get(0));
        Notice notice = new Notice(
                texts.language(),
                brand,
                subject,
                texts.text("emails." + news.kind() + ".heading"),
                blocks(texts, organization, news),
                texts.text("emails." + news.kind() + ".link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return new Email(
                news.kind(),
                recipient,
                news.replyTo(),
                brand,
                texts.language(),
                subject,
                notice.text(),
                notice.html(renderer),
                config.baseUrl() + news.path(),
                null,
                null);
    }

    private static List<String> blocks(Texts texts, String organization, News news) {
        int count = news.subscriptions().size();
        List<String> blocks = new ArrayList<>();
        blocks.add(texts.text("emails." + news.kind() + ".what", news.actor(), organization, news.contact(), count));
        List<String> lines = new ArrayList<>(news.subscriptions().subList(0, Math.min(count, MOST_LINES)).stream()
                .map(line -> "– " + line.replace(Email.LINK, ""))
                .toList());
        if (count > MOST_LINES) {
            lines.add(texts.text("emails.support.more", count - MOST_LINES));
        }
        blocks.add(String.join("\n", lines));
        news.obstacles().forEach(obstacle -> blocks.add(texts.text("support.obstacle." + obstacle.code())));
        blocks.add(texts.text("emails." + news.kind() + ".next"));
        blocks.add(Email.LINK);
        return blocks;
    }
}
