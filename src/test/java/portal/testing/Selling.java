package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.agreements.Agreements;
import portal.demo.DemoPeople;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Identity;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Relationships;
import portal.signin.Persons;

/** Customers with relationships and agreements, and a small catalogue, as selling needs them. */
public final class Selling {
    /** A catalogue of a few offers. */
    public static final String CATALOGUE =
            """
            sku,product,kind,offer,term,billing,least-seats,most-seats,available
            WORK,Nimbus Work Standard,licence,WORK-M,monthly,monthly,1,300,yes
            WORK,Nimbus Work Standard,licence,WORK-Y,annual,monthly,1,300,yes
            MAIL,Nimbus Mail Plan 1,licence,MAIL-Y,annual,annual,5,1000,yes
            COMPUTE,Nimbus Compute,usage,COMPUTE-USE,none,usage,,,yes
            OLD,Nimbus Old,licence,OLD-M,monthly,monthly,1,10,no
            """;

    private final TestApp app;

    private Selling(TestApp app) {
        this.app = app;
    }

    /** At an application, with the catalogue loaded. */
    public static Selling at(TestApp app) {
        app.app()
                .catalogue()
                .load(operator(), "catalogue", CATALOGUE, app.clock().instant());
        return new Selling(app);
    }

    private static Visitor operator() {
        DemoPeople.Person person = DemoPeople.person("operator");
        return new Visitor(
                Ids.next(),
                person.tenant(),
                person.name(),
                person.email(),
                null,
                null,
                Set.of(Role.OPERATOR),
                Optional.empty(),
                null,
                ZoneOffset.UTC,
                Optional.empty(),
                new byte[0]);
    }

    /** Tenant of somebody of the cast. */
    public static UUID tenant(String person) {
        return DemoPeople.person(person).tenant();
    }

    /**
     * Begins a relationship.
     *
     * @return address of the customer's pages
     */
    public String begin(String partner, Capacity capacity, String customer, boolean delegatedAdmin) {
        return app.database().write(handle -> begin(handle, partner, capacity, customer, delegatedAdmin));
    }

    private String begin(Handle handle, String person, Capacity capacity, String customer, boolean delegatedAdmin) {
        Instant now = app.clock().instant();
        PartnerId partner = new PartnerId(tenant(person));
        Organization company = Organizations.find(handle, tenant(customer)).orElseThrow();
        CustomerId id = new CustomerId(company.id());
        Relationships.begin(handle, partner, capacity, id, Relationships.BY_INVITATION, now);
        if (delegatedAdmin) {
            Relationships.grantDelegatedAdmin(handle, partner, id, null, now);
        }
        Portfolio.began(handle, partner, capacity, company, delegatedAdmin, null, now);
        UUID row = Portfolio.find(handle, partner, id).stream()
                .filter(entry -> entry.capacity() == capacity)
                .map(PortfolioEntry::id)
                .findFirst()
                .orElseThrow();
        return "/customers/" + row;
    }

    /** The customer accepts the agreement. */
    public Selling agreed(String customer) {
        Instant now = app.clock().instant();
        app.database().write(handle -> {
            Organization company = Organizations.find(handle, tenant(customer)).orElseThrow();
            Identity identity = new Identity(
                    "issuer",
                    "of " + company.id(),
                    company.id(),
                    "Somebody",
                    null,
                    null,
                    null,
                    Set.of(Role.GLOBAL_ADMIN),
                    null,
                    "");
            return Agreements.accept(
                    handle,
                    new CustomerId(company.id()),
                    Agreements.current(handle, company.country(), company.language(), now),
                    new Agreements.Contact("Jiří", "Řezníček", "jiri@jizerske-sklo.example", null),
                    new Agreements.Press("127.0.0.1", "", ""),
                    Persons.arrive(handle, identity, now),
                    now);
        });
        return this;
    }

    /** The customer behind an address. */
    public CustomerRecord customer(String partner, String path) {
        UUID row = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return app.database()
                .read(handle -> CustomerRecords.find(handle, new PartnerId(tenant(partner)), row))
                .orElseThrow();
    }

    /** Id of an offer. */
    public String offer(String code) {
        return Rows.of(app).text("select id from offer where code = ?", code);
    }

    /** Id of an offer's product. */
    public String product(String code) {
        return Rows.of(app).text("select product_id from offer where code = ?", code);
    }

    /** The fields of an order. */
    public Map<String, String> order(String code, String seats) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", Ids.next().toString());
        fields.put("product", product(code));
        fields.put("offer", offer(code));
        fields.put("seats", seats);
        fields.put("nickname", "");
        return fields;
    }

    /**
     * Orders through the pages.
     *
     * @return address of the subscription
     */
    public String ordered(Client seller, String customer, String code, String seats) {
        Answer placed = seller.post(customer + "/subscriptions", order(code, seats));
        assertEquals(303, placed.status(), () -> "ordered: " + placed.wrongFields());
        return placed.location().orElseThrow();
    }
}
