package portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portal.App;
import portal.endings.Endings;
import portal.endings.RemovalForm;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.portfolio.CustomerLabels;
import portal.portfolio.Notes;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioOrder;
import portal.portfolio.PortfolioState;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Relationships;

/** What partners of the demo keep about their customers: tags, aliases and notes, and one that was removed. */
final class DemoCustomers {
    private static final int LOOKED_AT = 40;
    private static final Duration LATELY = Duration.ofDays(6);

    private static final List<List<String>> TAGS = List.of(
            List.of("gold"),
            List.of(),
            List.of("2027", "school"),
            List.of("gold", "2027"),
            List.of(),
            List.of("pilot"));

    private static final List<String> NOTES = List.of(
            "Calls on Tuesdays; prefers to be written to in Czech.",
            "Moves to the new office in March: seats will go up by ten.",
            "Asked about usage-based services. Send the price list.");

    private final App app;
    private final Instant now;

    DemoCustomers(App app, Instant now) {
        this.app = app;
        this.now = now;
    }

    /** Some of a partner's customers get tags, an alias or a note. */
    void describe(Visitor partner) {
        CustomerLabels labels = new CustomerLabels(app.database());
        Notes notes = new Notes(app.database());
        List<CustomerRecord> customers = customers(partner);
        for (int i = 0; i < customers.size(); i++) {
            CustomerRecord customer = customers.get(i);
            List<String> tags = TAGS.get(i % TAGS.size());
            if (!tags.isEmpty()) {
                String alias = i % 4 == 0 ? "No. " + (1_001 + i) : "";
                int version = app.database()
                        .read(handle -> CustomerLabels.find(handle, customer.partnerId(), customer.id()))
                        .version();
                CustomerLabels.Labels kept = new CustomerLabels.Labels(alias, tags, version);
                labels.save(partner, customer.id(), customer.customerId().value(), kept, now.minus(LATELY));
            }
            if (i % 5 == 0) {
                notes.write(partner, customer.customerId(), Ids.next(), NOTES.get(i % NOTES.size()), now.minus(LATELY));
            }
        }
    }

    /** The partner removes the relationship to the first customer that nothing was sold to, and keeps the privileges. */
    void remove(Visitor partner) {
        for (CustomerRecord customer : customers(partner)) {
            int version = app.database().read(handle -> Relationships.version(handle, customer.relationshipId()));
            RemovalForm form = new RemovalForm(
                    customer.name(), true, partner.home().language().code(), false, String.valueOf(version));
            if (app.endings().remove(partner, customer, form, now.minus(LATELY)) == Endings.Outcome.DONE) {
                return;
            }
        }
    }

    private List<CustomerRecord> customers(Visitor visitor) {
        PartnerId partner = new PartnerId(visitor.home().id());
        PortfolioFilter active =
                new PortfolioFilter(partner, Optional.of(PortfolioState.ACTIVE), Optional.empty(), PortfolioOrder.NAME);
        List<PortfolioEntry> entries = new Portfolio(app.database()).newest(active, LOOKED_AT);
        return app.database().read(handle -> entries.stream()
                .flatMap(entry -> CustomerRecords.find(handle, partner, entry.id()).stream())
                .toList());
    }
}
