package portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.App;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.portfolio.Tokens;
import portal.relationships.Relationships;
import portal.subscriptions.SeatPool;
import portal.subscriptions.SeatPools;
import portal.users.Mandate;
import portal.users.NewUser;
import portal.users.Users;

/** People of some of the demo's customers: the first customer has so many that its list has pages. */
final class DemoUsers {
    private static final List<String> FIRST =
            List.of("Anna", "Béla", "Čeněk", "Dorota", "Edit", "František", "Grażyna");
    private static final List<String> LAST =
            List.of("Adamska", "Balogh", "Ciesielska", "Dvořák", "Erdős", "Fiala", "Głowacka", "Horváth", "Jelínek");
    private static final int MANY = 63;
    private static final int SOME = 9;
    private static final int CUSTOMERS = 5;

    private final App app;
    private final PartnerId partner;
    private final UUID person;
    private final Instant now;

    DemoUsers(App app, PartnerId partner, UUID person, Instant now) {
        this.app = app;
        this.partner = partner;
        this.person = person;
        this.now = now;
    }

    /** Adds people to the first customers whose privileges the partner has. */
    void fill() {
        List<Organization> customers = app.database().read(this::customers);
        for (int i = 0; i < customers.size(); i++) {
            fill(customers.get(i), i == 0 ? MANY : SOME + i);
        }
    }

    private List<Organization> customers(Handle handle) {
        return handle
                .createQuery(
                        "select customer_id from relationship where partner_id = :partner and capacity = 'direct-bill'"
                                + " and still_open = 1 order by customer_id")
                .bind("partner", partner)
                .mapTo(CustomerId.class)
                .stream()
                .filter(customer -> Relationships.delegatedAdmin(handle, partner, customer))
                .limit(CUSTOMERS)
                .map(customer -> Organizations.find(handle, customer.value()).orElseThrow())
                .toList();
    }

    private void fill(Organization customer, int count) {
        Users users = app.users();
        CustomerId id = new CustomerId(customer.id());
        Mandate mandate = new Mandate(partner, Capacity.DIRECT_BILL, id, person);
        List<SeatPool> pools = app.database().read(handle -> SeatPools.of(handle, id));
        for (int i = 0; i < count; i++) {
            Instant then = now.minus(Duration.ofHours(count - i));
            NewUser user = user(customer, i, pools);
            users.add(mandate, user, then);
            if (i == 3) {
                users.disable(mandate, user.id(), then);
            } else if (i == 5) {
                users.delete(mandate, user.id(), then);
            }
        }
    }

    private static NewUser user(Organization customer, int number, List<SeatPool> pools) {
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get(number / FIRST.size() % LAST.size());
        String mailbox = Tokens.fold(first + "." + last).toLowerCase(Locale.ROOT);
        Set<UUID> licences = number % 2 == 1 || pools.isEmpty()
                ? Set.of()
                : Set.of(pools.get(number / 2 % pools.size()).productId());
        return new NewUser(
                Ids.next(),
                mailbox + "@" + customer.domain(),
                first,
                last,
                first + " " + last,
                customer.country(),
                licences);
    }
}
