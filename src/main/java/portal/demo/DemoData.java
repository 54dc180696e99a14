package portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.App;
import portal.activity.Action;
import portal.activity.Activity;
import portal.invitations.InvitationForm;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Identity;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioChanges;
import portal.relationships.Grant;
import portal.relationships.GrantEnd;
import portal.relationships.Privileges;
import portal.relationships.Relationships;
import portal.signin.Persons;

/** What the demo starts with, made once: the companies, their relationships, and invitations in several states. */
final class DemoData {
    private static final int DAYS_BETWEEN = 37;
    private static final UUID LAST_OF_CAST = UUID.fromString("7e4a47c0-0000-4000-8000-000000000099");

    private final App app;
    private final String issuer;
    private final Instant now = Instant.now();

    DemoData(App app, String issuer) {
        this.app = app;
        this.issuer = issuer;
    }

    void fill() {
        if (none("organization")) {
            app.database().write(handle -> {
                DemoSeed.companies(handle);
                relationships(handle);
                return null;
            });
        }
        if (none("invitation")) {
            endings();
            invitations();
        }
        if (none("partnership")) {
            new DemoPartnerships(app, now)
                    .fill(
                            visitor("provider-global"),
                            visitor("provider2-admin"),
                            visitor("reseller-global"),
                            visitor("reseller2-admin"),
                            visitor("dual-admin"));
        }
        if (none("product")) {
            subscriptions();
        }
        if (none("enrolment_event")) {
            new DemoEnrolment(app.database(), app.enrolments(), issuer).send(now.minus(Duration.ofHours(5)));
        }
        if (none("import")) {
            app.imports().bring(DemoSeed.IMPORTED, DemoSeed.imported());
        }
        if (none("customer_user")) {
            new DemoUsers(
                            app,
                            new PartnerId(tenant("direct")),
                            visitor("direct-admin").personId(),
                            now)
                    .fill();
        }
        if (none("support_designation")) {
            new DemoSupport(app, now).fill(visitor("provider-admin"), tenant("reseller"));
        }
        if (none("removal")) {
            DemoCustomers customers = new DemoCustomers(app, now);
            customers.remove(visitor("direct-admin"));
            for (String agent : List.of("direct-admin", "provider-admin", "reseller-admin", "dual-admin")) {
                customers.describe(visitor(agent));
            }
        }
    }

    private boolean none(String table) {
        return app.database().read(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Integer.class)
                        .one())
                == 0;
    }

    private void relationships(Handle handle) {
        List<UUID> customers = handle.createQuery("select id from organization where id > :cast order by id")
                .bind("cast", LAST_OF_CAST)
                .mapTo(UUID.class)
                .list();
        for (int i = 0; i < customers.size(); i++) {
            Organization customer = Organizations.find(handle, customers.get(i)).orElseThrow();
            Instant since = now.minus(Duration.ofDays(20L + (long) i * DAYS_BETWEEN));
            begin(handle, "direct", Capacity.DIRECT_BILL, customer, i % 3 != 0, since);
            if (i % 3 == 0) {
                begin(handle, "reseller", Capacity.INDIRECT_RESELLER, customer, true, since);
                begin(handle, "provider", Capacity.INDIRECT_PROVIDER, customer, false, since);
            }
            if (i % 9 == 0) {
                begin(handle, "dual", Capacity.DIRECT_BILL, customer, true, since);
                begin(handle, "dual", Capacity.INDIRECT_RESELLER, customer, true, since);
            }
        }
    }

    /** Two customers that took the privileges back from the direct bill partner. */
    private void endings() {
        PartnerId partner = new PartnerId(tenant("direct"));
        app.database().write(handle -> {
            handle.createQuery(
                            """
                            select customer_id from delegated_admin_grant
                            where partner_id = :partner and still_open = 1 order by granted_at limit 2
                            """)
                    .bind("partner", partner.value())
                    .mapTo(UUID.class)
                    .list()
                    .forEach(customer -> takeBack(handle, partner, new CustomerId(customer)));
            return null;
        });
    }

    private void takeBack(Handle handle, PartnerId partner, CustomerId customer) {
        Instant when = now.minus(Duration.ofDays(9));
        Grant grant = Privileges.open(handle, partner, customer).orElseThrow();
        Privileges.end(handle, grant, GrantEnd.REMOVED, null, when);
        PortfolioChanges.accessLost(handle, partner, customer, true);
        String name = Organizations.find(handle, customer.value()).orElseThrow().legalName();
        Activity.of(Action.DELEGATED_ADMIN_REMOVED, null, customer.value(), name)
                .log(handle, partner.value(), when);
    }

    private void begin(
            Handle handle,
            String company,
            Capacity capacity,
            Organization customer,
            boolean delegatedAdmin,
            Instant since) {
        PartnerId partner = new PartnerId(tenant(company));
        CustomerId id = new CustomerId(customer.id());
        Relationships.begin(handle, partner, capacity, id, Relationships.BY_INVITATION, since);
        if (delegatedAdmin) {
            Relationships.grantDelegatedAdmin(handle, partner, id, null, since);
        }
        Portfolio.began(handle, partner, capacity, customer, delegatedAdmin, null, since);
    }

    private void subscriptions() {
        DemoSubscriptions sold = new DemoSubscriptions(app, issuer, now);
        sold.catalogue(visitor("operator"));
        sold.orders(visitor("direct-admin"), Capacity.DIRECT_BILL, customersOf("direct", "direct-bill"), List.of());
        sold.orders(
                visitor("provider-admin"),
                Capacity.INDIRECT_PROVIDER,
                customersOf("provider", "indirect-provider"),
                List.of(new PartnerId(tenant("reseller"))));
    }

    private List<UUID> customersOf(String company, String capacity) {
        return app.database().read(handle -> handle.createQuery(
                        """
                        select customer_id from relationship
                        where partner_id = :partner and capacity = :capacity and still_open = 1
                        order by customer_id
                        """)
                .bind("partner", tenant(company))
                .bind("capacity", capacity)
                .mapTo(UUID.class)
                .list());
    }

    private void invitations() {
        Visitor direct = visitor("direct-admin");
        ask(direct, "Tokaji Hordókészítők Kft.", "tokaji-hordo.example", Language.HU, Duration.ofDays(12));
        ask(direct, "Lázně Bělohrad s.r.o.", "lazne-belohrad.example", Language.CS, Duration.ofDays(3));
        ask(direct, "Hotel Bieszczady Sp. z o.o.", "hotel-bieszczady.example", Language.PL, Duration.ofDays(50));
        Visitor reseller = visitor("reseller-admin");
        ask(reseller, "Pivovar Kozákov a.s.", "pivovar-kozakov.example", Language.CS, Duration.ofDays(6));
        app.invitations().expireOverdue(now);
    }

    private void ask(Visitor visitor, String company, String domain, Language language, Duration ago) {
        InvitationForm form = new InvitationForm(
                Ids.next().toString(), true, "", company, domain, "info@" + domain, language.code(), "30", "");
        app.invitations().draft(visitor, form, now.minus(ago));
    }

    private Visitor visitor(String value) {
        DemoPeople.Person person = DemoPeople.person(value);
        Set<Role> roles = new HashSet<>(EnumSet.of(Role.ADMIN_AGENT));
        Identity identity = new Identity(
                issuer,
                person.subject(),
                person.tenant(),
                person.name(),
                person.email(),
                person.phone(),
                null,
                roles,
                null,
                "");
        UUID id = app.database().write(handle -> Persons.arrive(handle, identity, now));
        Optional<Organization> organization =
                app.database().read(handle -> Organizations.find(handle, person.tenant()));
        Set<Capacity> capacities = new HashSet<>(app.database().read(handle -> handle.createQuery(
                        "select capacity from organization_capacity where organization_id = :id")
                .bind("id", person.tenant())
                .mapTo(Capacity.class)
                .list()));
        return new Visitor(
                id,
                person.tenant(),
                person.name(),
                person.email(),
                person.phone(),
                null,
                roles,
                Optional.empty(),
                null,
                ZoneId.of(organization.map(Organization::timeZone).orElse("UTC")),
                organization.map(home -> home(home, capacities)),
                new byte[0]);
    }

    private static Visitor.Organization home(Organization home, Set<Capacity> capacities) {
        return new Visitor.Organization(
                home.id(),
                home.kind(),
                home.state(),
                home.legalName(),
                home.domain(),
                home.country(),
                home.cloud(),
                capacities,
                home.language(),
                0);
    }

    private static UUID tenant(String company) {
        return DemoPeople.companies().stream()
                .filter(known -> known.key().equals(company))
                .findFirst()
                .orElseThrow()
                .tenant();
    }
}
