package portal.subscriptions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.Config;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;

/** What a seller does with a subscription is told to the reseller of record, at its organization's address. */
public final class SubscriptionEmails {
    private final Config config;
    private final Renderer renderer;

    /** Mails of this portal. */
    public SubscriptionEmails(Config config, Renderer renderer) {
        this.config = config;
        this.renderer = renderer;
    }

    Optional<Email> ordered(Handle handle, Subscription subscription, Visitor seller) {
        return told(handle, "subscription-ordered", subscription, seller);
    }

    Optional<Email> seatsChanged(Handle handle, Subscription subscription, Visitor seller) {
        return told(handle, "subscription-seats", subscription, seller);
    }

    Optional<Email> suspended(Handle handle, Subscription subscription, Visitor seller) {
        return told(handle, "subscription-suspended", subscription, seller);
    }

    Optional<Email> resumed(Handle handle, Subscription subscription, Visitor seller) {
        return told(handle, "subscription-resumed", subscription, seller);
    }

    /** Empty when there is no reseller of record, or it has no address. */
    private Optional<Email> told(Handle handle, String kind, Subscription subscription, Visitor seller) {
        return Optional.ofNullable(subscription.resellerId())
                .flatMap(id -> Organizations.find(handle, id))
                .filter(reseller -> reseller.email() != null)
                .map(reseller -> mail(kind, reseller, subscription, seller, page(handle, reseller, subscription)));
    }

    /** Where the reseller finds it: below its own row of the customer. */
    private String page(Handle handle, Organization reseller, Subscription subscription) {
        PartnerId partner = new PartnerId(reseller.id());
        return Portfolio.find(handle, partner, new CustomerId(subscription.customerId())).stream()
                .filter(row -> row.capacity() == Capacity.INDIRECT_RESELLER)
                .findFirst()
                .map(row -> page(row, subscription.id()))
                .orElse(config.baseUrl() + "/customers");
    }

    private String page(PortfolioEntry row, UUID subscription) {
        return config.baseUrl() + "/customers/" + row.id() + "/subscriptions/" + subscription;
    }

    private Email mail(String kind, Organization reseller, Subscription subscription, Visitor seller, String address) {
        Texts texts = Texts.in(reseller.language());
        String brand = texts.text("layout.brand");
        String partner = seller.home().name();
        String subject = texts.text("emails." + kind + ".subject", subscription.productName());
        Notice notice = new Notice(
                reseller.language(),
                brand,
                subject,
                texts.text("emails." + kind + ".heading"),
                List.of(
                        texts.text("emails." + kind + ".what", partner, subscription.productName(), seller.name()),
                        seats(subscription, texts),
                        Email.LINK),
                texts.text("emails.subscription.link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return new Email(
                kind,
                reseller.email(),
                seller.email(),
                brand,
                reseller.language(),
                subject,
                notice.text(),
                notice.html(renderer),
                address,
                null,
                null);
    }

    private static String seats(Subscription subscription, Texts texts) {
        return subscription.seated()
                ? texts.text("emails.subscription.seats", subscription.seats())
                : texts.text("emails.subscription.usage");
    }
}
