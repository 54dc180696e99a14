package portal.subscriptions;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.signin.Persons;

/**
 * What a seller does with a subscription is told to the reseller of record, at its organization's address; that one has
 * ended by itself, to the seller too.
 */
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

    Optional<Email> renewal(Handle handle, Subscription subscription, Visitor seller, boolean on) {
        return told(handle, on ? "subscription-renewal-on" : "subscription-renewal-off", subscription, seller);
    }

    /**
     * To the seller and the reseller of record: it has ended with its term.
     *
     * @param over as it stood before
     */
    List<Email> ended(Handle handle, Subscription over) {
        String customer = Organizations.find(handle, over.customerId())
                .map(Organization::legalName)
                .orElseThrow();
        List<Email> mails = new ArrayList<>();
        for (UUID partner : Arrays.asList(over.sellerId(), over.resellerId())) {
            if (partner != null) {
                Organization told = Organizations.find(handle, partner).orElseThrow();
                String address = page(handle, told, over);
                Persons.addresses(handle, told)
                        .forEach((to, language) -> mails.add(ended(over, customer, told, to, language, address)));
            }
        }
        return mails;
    }

    private Email ended(
            Subscription over, String customer, Organization told, String to, Language language, String address) {
        Texts texts = Texts.in(language);
        String day = texts.date(over.endsAt(), ZoneId.of(told.timeZone()));
        List<String> blocks = List.of(
                texts.text("emails.subscription-ended.what", over.sellerName(), over.productName(), customer, day),
                texts.text("emails.subscription-ended.licences"),
                Email.LINK);
        return mail("subscription-ended", texts, to, null, over, blocks, address);
    }

    /** Empty when there is no reseller of record, or it has no address. */
    private Optional<Email> told(Handle handle, String kind, Subscription subscription, Visitor seller) {
        return Optional.ofNullable(subscription.resellerId())
                .flatMap(id -> Organizations.find(handle, id))
                .filter(reseller -> reseller.email() != null)
                .map(reseller -> mail(kind, reseller, subscription, seller, page(handle, reseller, subscription)));
    }

    /** Where the partner finds it: below its own row of the customer. */
    private String page(Handle handle, Organization told, Subscription subscription) {
        PartnerId partner = new PartnerId(told.id());
        Capacity capacity = told.id().equals(subscription.resellerId())
                ? Capacity.INDIRECT_RESELLER
                : subscription.sellerCapacity();
        return Portfolio.find(handle, partner, new CustomerId(subscription.customerId())).stream()
                .filter(row -> row.capacity() == capacity)
                .findFirst()
                .map(row -> page(row, subscription.id()))
                .orElse(config.baseUrl() + "/customers");
    }

    private String page(PortfolioEntry row, UUID subscription) {
        return config.baseUrl() + "/customers/" + row.id() + "/subscriptions/" + subscription;
    }

    private Email mail(String kind, Organization reseller, Subscription subscription, Visitor seller, String address) {
        Texts texts = Texts.in(reseller.language());
        Instant at = subscription.endsAt() == null ? subscription.renewsAt() : subscription.endsAt();
        String day = at == null ? "" : texts.date(at, ZoneId.of(reseller.timeZone()));
        List<String> blocks = List.of(
                texts.text(
                        "emails." + kind + ".what",
                        seller.home().name(),
                        subscription.productName(),
                        seller.name(),
                        day),
                seats(subscription, texts),
                Email.LINK);
        return mail(kind, texts, reseller.email(), seller.email(), subscription, blocks, address);
    }

    private Email mail(
            String kind,
            Texts texts,
            String to,
            String replyTo,
            Subscription subscription,
            List<String> blocks,
            String address) {
        String brand = texts.text("layout.brand");
        String subject = texts.text("emails." + kind + ".subject", subscription.productName());
        Notice notice = new Notice(
                texts.language(),
                brand,
                subject,
                texts.text("emails." + kind + ".heading"),
                blocks,
                texts.text("emails.subscription.link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return new Email(
                kind,
                to,
                replyTo,
                brand,
                texts.language(),
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
