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
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;

/** Lets partners serve customers: relationships, privileges, partnerships, and what was sold. */
public final class Supporting {
    /** The product everybody sells. */
    public static final String PRODUCT = "Microsoft 365 Business Standard";

    private static final Instant SINCE = Instant.parse("2026-01-05T09:00:00Z");
    private static final UUID PRODUCT_ID = UUID.fromString("0190f3a0-0000-7000-8000-000000000001");
    private static final UUID OFFER_ID = UUID.fromString("0190f3a0-0000-7000-8000-000000000002");

    private final Database database;

    private Supporting(Database database) {
        this.database = database;
        database.write(handle -> {
            handle.execute(
                    "insert ignore into product (id, sku, name, kind) values (?, 'CFQ7TTC0LDPB', ?, 'licence')",
                    PRODUCT_ID,
                    PRODUCT);
            return handle.execute(
                    """
                    insert ignore into offer (id, product_id, code, term, billing)
                    values (?, ?, 'CFQ7TTC0LDPB:P1Y', 'annual', 'monthly')
                    """,
                    OFFER_ID,
                    PRODUCT_ID);
        });
    }

    /** In an application's database. */
    public static Supporting in(TestApp app) {
        return new Supporting(app.database());
    }

    /** In any database. */
    public static Supporting in(Database database) {
        return new Supporting(database);
    }

    /** Tenant id of a company of the cast, for example {@code provider}. */
    public static UUID tenant(String company) {
        return DemoPeople.companies().stream()
                .filter(known -> known.key().equals(company))
                .findFirst()
                .orElseThrow()
                .tenant();
    }

    /** A relationship, with or without privileges; gives the id of the row of the Customers page. */
    public UUID relationship(UUID partner, Capacity capacity, UUID customer, boolean delegatedAdmin) {
        return database.write(handle -> {
            PartnerId by = new PartnerId(partner);
            CustomerId with = new CustomerId(customer);
            Organization company = Organizations.find(handle, customer).orElseThrow();
            Relationships.begin(handle, by, capacity, with, Relationships.BY_INVITATION, SINCE);
            if (delegatedAdmin) {
                Relationships.grantDelegatedAdmin(handle, by, with, null, SINCE);
            }
            Portfolio.began(handle, by, capacity, company, delegatedAdmin, null, SINCE);
            return Portfolio.find(handle, by, with).stream()
                    .filter(entry -> entry.capacity() == capacity)
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    /** The relationship of a reseller ends, as far as support is concerned. */
    public void endRelationship(UUID partner, UUID customer) {
        database.write(handle -> handle.execute(
                "update relationship set ended_at = ? where partner_id = ? and customer_id = ? and ended_at is null",
                SINCE.plusSeconds(60),
                partner,
                customer));
    }

    /** The privileges go. */
    public void endPrivileges(UUID partner, UUID customer) {
        database.write(handle -> handle.execute(
                "update delegated_admin_grant set ended_at = ? where partner_id = ? and customer_id = ? and ended_at is null",
                SINCE.plusSeconds(60),
                partner,
                customer));
    }

    /** The privileges come. */
    public void grantPrivileges(UUID partner, UUID customer) {
        database.write(handle -> Relationships.grantDelegatedAdmin(
                handle, new PartnerId(partner), new CustomerId(customer), null, SINCE));
    }

    /** An active partnership. */
    public void partnership(UUID provider, UUID reseller) {
        database.write(handle -> handle.execute(
                """
                insert into partnership
                  (id, provider_id, reseller_id, asked_by, asked_by_person, asked_at, state, accepted_at)
                values (?, ?, ?, 'provider', ?, ?, 'active', ?)
                """,
                Ids.next(),
                provider,
                reseller,
                person(handle, provider),
                SINCE,
                SINCE));
    }

    /** The partnership ends. */
    public void endPartnership(UUID provider, UUID reseller) {
        database.write(handle -> handle.execute(
                "update partnership set state = 'ended', ended_at = ? where provider_id = ? and reseller_id = ?",
                SINCE.plusSeconds(60),
                provider,
                reseller));
    }

    /** The operator suspends an organization, or lets it be active. */
    public void state(UUID organization, String state) {
        database.write(handle -> handle.execute("update organization set state = ? where id = ?", state, organization));
    }

    /** A subscription; seller and reseller may be null. */
    public UUID subscription(UUID customer, UUID seller, Capacity capacity, UUID reseller) {
        UUID id = Ids.next();
        database.write(handle -> handle.execute(
                """
                insert into subscription
                  (id, customer_id, offer_id, product_id, seller_id, seller_capacity, reseller_id, origin, seats, state,
                   began_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 25, 'active', ?)
                """,
                id,
                customer,
                OFFER_ID,
                PRODUCT_ID,
                seller,
                capacity == null ? null : capacity.code(),
                reseller,
                seller == null ? "Enterprise Agreement" : "order",
                SINCE));
        return id;
    }

    /** Somebody of an organization. */
    public UUID person(UUID organization) {
        return database.write(handle -> person(handle, organization));
    }

    private static UUID person(Handle handle, UUID organization) {
        return handle.select("select id from person where tenant_id = ? limit 1", organization)
                .mapTo(UUID.class)
                .findFirst()
                .orElseGet(() -> {
                    UUID id = Ids.next();
                    handle.execute(
                            """
                            insert into person (id, issuer, subject, tenant_id, name, roles, created_at, last_signed_in_at)
                            values (?, 'issuer', ?, ?, 'Somebody', 'admin-agent', ?, ?)
                            """,
                            id,
                            id.toString(),
                            organization,
                            SINCE,
                            SINCE);
                    return id;
                });
    }
}
