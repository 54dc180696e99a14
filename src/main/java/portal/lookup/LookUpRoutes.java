package portal.lookup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.activity.Activity;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Query;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.support.SupportContacts;
import portal.support.Supported;

/** The look-up: one box, and a card with what may be done and why something may not. */
public final class LookUpRoutes {
    private static final int LONGEST = 200;
    private static final int MOST_HITS = 50;
    private static final int ROWS = 8;
    private static final int TIMES = 60;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Database database;
    private final LookUps lookUps;
    private final SupportContacts contacts;

    /** Finds and shows. */
    public LookUpRoutes(Database database, LookUps lookUps, SupportContacts contacts) {
        this.database = database;
        this.lookUps = lookUps;
        this.contacts = contacts;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.get("/look-up", Access.SEE_CUSTOMERS, this::show);
    }

    private void show(Request request) {
        String search = Query.printable(request.query("q").orElse(""), LONGEST);
        List<Recent> recent = lookUps.recent(request.visitor(), ROWS);
        if (search.isEmpty()) {
            request.page(new LookUpPages.LookUp(search, Optional.empty(), List.of(), false, recent));
            return;
        }
        request.limits().count("look-up", request.visitor().personId().toString(), TIMES, PERIOD);
        LookUps.Found found = lookUps.find(request.visitor(), search, request.now());
        // of several hits one is chosen by its row
        Optional<UUID> row = request.queryId("row");
        List<Hit> hits = found.hits().stream()
                .filter(hit -> row.isEmpty() || row.get().equals(hit.entry().id()))
                .toList();
        Optional<LookUpPages.Card> card =
                hits.size() == 1 && !(found.more() && row.isEmpty()) ? card(request, hits.get(0)) : Optional.empty();
        boolean more = found.more() || hits.size() > MOST_HITS;
        List<Hit> shown = card.isPresent() ? List.of() : hits.subList(0, Math.min(MOST_HITS, hits.size()));
        request.page(new LookUpPages.LookUp(search, card, shown, more, recent));
    }

    private Optional<LookUpPages.Card> card(Request request, Hit hit) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        Optional<CustomerRecord> found = database.read(
                handle -> CustomerRecords.find(handle, partner, hit.entry().id()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CustomerRecord customer = found.get();
        lookUps.remember(request.visitor(), customer.id(), request.now());
        List<Supported> subscriptions = contacts.newest(customer, ROWS + 1);
        boolean further = subscriptions.size() > ROWS;
        return Optional.of(new LookUpPages.Card(
                customer,
                Optional.ofNullable(hit.somebody()),
                further ? subscriptions.subList(0, ROWS) : subscriptions,
                further,
                database.read(handle -> Activity.newestOf(
                        handle, partner.value(), customer.customerId().value(), ROWS))));
    }
}
