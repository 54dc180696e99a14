package portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import portal.App;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioOrder;
import portal.portfolio.PortfolioState;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.support.Choice;
import portal.support.ChoiceOutcome;

/** Who supports what in the demo: some contacts are designated, and one of them is lost. */
final class DemoSupport {
    private static final int LOOKED_AT = 40;
    private static final int DESIGNATED = 4;
    private static final Duration AGO = Duration.ofDays(30);

    private final App app;
    private final Instant now;

    DemoSupport(App app, Instant now) {
        this.app = app;
        this.now = now;
    }

    /** Lets the provider choose the reseller for some of what it sells; then a customer takes the privileges away. */
    void fill(Visitor provider, UUID reseller) {
        app.database().write(handle -> {
            DemoSeed.support(handle);
            return null;
        });
        PartnerId partner = new PartnerId(provider.home().id());
        PortfolioFilter active =
                new PortfolioFilter(partner, Optional.of(PortfolioState.ACTIVE), Optional.empty(), PortfolioOrder.NAME);
        int designated = 0;
        for (PortfolioEntry entry : new Portfolio(app.database()).newest(active, LOOKED_AT)) {
            CustomerRecord customer = app.database()
                    .read(handle -> CustomerRecords.find(handle, partner, entry.id()))
                    .orElseThrow();
            if (designated < DESIGNATED && designate(provider, customer, reseller)) {
                designated++;
            }
        }
        app.database().write(handle -> {
            DemoSeed.lostSupport(handle);
            return null;
        });
        app.supportWatch().next(now);
    }

    private boolean designate(Visitor provider, CustomerRecord customer, UUID reseller) {
        return app.supportContacts().newest(customer, 1).stream()
                .map(subscription -> new Choice(subscription.id(), reseller, "SLA-2026-014", subscription.version()))
                .anyMatch(choice ->
                        app.supportContacts().choose(provider, customer, choice, now.minus(AGO)) == ChoiceOutcome.DONE);
    }
}
