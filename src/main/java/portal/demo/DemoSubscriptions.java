package portal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.App;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Identity;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.signin.Persons;
import portal.subscriptions.BoughtElsewhere;
import portal.subscriptions.Catalogue;
import portal.subscriptions.Offer;
import portal.subscriptions.Orders;
import portal.subscriptions.Subscription;
import portal.subscriptions.SubscriptionChanges;
import portal.subscriptions.Subscriptions;

/** The demo's catalogue, and what its customers have bought: from their partners, and elsewhere. */
final class DemoSubscriptions {
    private static final String FILE = "/db/seeds/catalogue.csv";

    private final App app;
    private final String issuer;
    private final Instant now;

    DemoSubscriptions(App app, String issuer, Instant now) {
        this.app = app;
        this.issuer = issuer;
        this.now = now;
    }

    void catalogue(Visitor operator) {
        app.catalogue().load(operator, "catalogue", read(), now.minus(Duration.ofDays(400)));
    }

    private static String read() {
        try (InputStream stream = DemoSubscriptions.class.getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Every customer of a partner but each seventh accepts the agreement; whoever did buys something. */
    void orders(Visitor seller, Capacity capacity, List<UUID> customers, List<PartnerId> resellers) {
        Orders orders = app.orders();
        for (int i = 0; i < customers.size(); i++) {
            if (i % 7 != 6) {
                accept(customers.get(i));
                order(new Shop(orders, seller, customer(seller, capacity, customers.get(i))), i, resellers);
            }
        }
    }

    private void accept(UUID customer) {
        app.database().write(handle -> {
            Organization company = Organizations.find(handle, customer).orElseThrow();
            Agreements.accept(
                    handle,
                    new CustomerId(customer),
                    Agreements.current(handle, company.country(), company.language(), now),
                    new Agreements.Contact("Info", company.legalName(), "info@" + company.domain(), null),
                    new Agreements.Press("127.0.0.1", "", ""),
                    administrator(handle, company),
                    now.minus(Duration.ofDays(390)));
            return null;
        });
    }

    /** Nobody of theirs can sign in, but somebody has accepted. */
    private UUID administrator(Handle handle, Organization company) {
        Identity identity = new Identity(
                issuer,
                "administrator-" + company.id(),
                company.id(),
                company.legalName(),
                "info@" + company.domain(),
                null,
                null,
                Set.of(Role.GLOBAL_ADMIN),
                null,
                "");
        return Persons.arrive(handle, identity, now);
    }

    private CustomerRecord customer(Visitor seller, Capacity capacity, UUID customer) {
        PartnerId partner = new PartnerId(seller.home().id());
        return app.database().read(handle -> {
            UUID row = Portfolio.find(handle, partner, new CustomerId(customer)).stream()
                    .filter(entry -> entry.capacity() == capacity)
                    .map(PortfolioEntry::id)
                    .findFirst()
                    .orElseThrow();
            return CustomerRecords.find(handle, partner, row).orElseThrow();
        });
    }

    /** Where a customer buys. */
    private record Shop(Orders orders, Visitor seller, CustomerRecord customer) {}

    private void order(Shop shop, int number, List<PartnerId> resellers) {
        PartnerId reseller = resellers.isEmpty() ? null : resellers.get(0);
        Instant began = now.minus(Duration.ofDays(20L + number * 11L % 360));
        buy(shop, "WORK-STANDARD-1Y-MONTHLY", 10 + number * 3, null, reseller, began);
        if (number % 2 == 0) {
            UUID mail = buy(shop, "MAIL-1-1M-MONTHLY", 5 + number, null, reseller, began.plusSeconds(86_400));
            if (number % 4 == 0) {
                suspend(shop, mail);
            }
        }
        if (number % 3 == 0) {
            buy(shop, "COMPUTE-USE", 0, null, reseller, began.plusSeconds(172_800));
        }
        if (number % 5 == 0 && reseller == null) {
            elsewhere(shop.customer(), number);
        }
    }

    private UUID buy(Shop shop, String code, int seats, String nickname, PartnerId reseller, Instant at) {
        return shop.orders().placed(shop.seller(), shop.customer(), offer(code), seats, nickname, reseller, at);
    }

    private Offer offer(String code) {
        return app.database().read(handle -> Catalogue.offer(handle, code)).orElseThrow();
    }

    private void suspend(Shop shop, UUID id) {
        Subscription subscription = app.database()
                .read(handle -> Subscriptions.find(handle, shop.customer(), id))
                .orElseThrow();
        app.subscriptionChanges()
                .suspend(
                        new SubscriptionChanges.Change(
                                shop.seller(), shop.customer(), subscription, now.minus(Duration.ofDays(4))),
                        subscription.uncoveredWithout());
    }

    private void elsewhere(CustomerRecord customer, int number) {
        Offer guard = offer("GUARD-BUSINESS-1Y-YEARLY");
        Instant began = now.minus(Duration.ofDays(200));
        app.database()
                .write((Handle handle) -> BoughtElsewhere.add(
                        handle, customer.customerId(), guard, 15 + number, "Nimbus Online Shop", null, began, now));
    }
}
