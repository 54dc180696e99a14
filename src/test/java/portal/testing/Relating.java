package portal.testing;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.demo.DemoPeople;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.relationships.Relationships;

/** Relationships with companies of the demo nobody signs in for, begun without an invitation. */
public final class Relating {
    private final TestApp app;

    private Relating(TestApp app) {
        this.app = app;
    }

    /** Relationships in an application. */
    public static Relating in(TestApp app) {
        return new Relating(app);
    }

    /** Tenant id of one of the companies, which have numbers from 101 to 138. */
    public static UUID company(int number) {
        return UUID.fromString("7e4a47c0-0000-4000-8000-000000000" + number);
    }

    /** Begins one for the organization of a person; gives the address of the customer's account. */
    public String begin(String person, Capacity capacity, UUID customer, boolean delegatedAdmin) {
        PartnerId partner = new PartnerId(DemoPeople.person(person).tenant());
        Instant now = app.clock().instant();
        return app.database()
                .write(handle -> "/customers/"
                        + begin(handle, partner, capacity, customer, delegatedAdmin, now)
                                .id());
    }

    private static PortfolioEntry begin(
            Handle handle, PartnerId partner, Capacity capacity, UUID tenant, boolean delegatedAdmin, Instant now) {
        Organization customer = Organizations.find(handle, tenant).orElseThrow();
        CustomerId id = new CustomerId(tenant);
        Relationships.begin(handle, partner, capacity, id, Relationships.BY_INVITATION, now);
        if (delegatedAdmin) {
            Relationships.grantDelegatedAdmin(handle, partner, id, null, now);
        }
        Portfolio.began(handle, partner, capacity, customer, delegatedAdmin, null, now);
        return Portfolio.find(handle, partner, id).stream()
                .filter(entry -> entry.capacity() == capacity)
                .findFirst()
                .orElseThrow();
    }
}
