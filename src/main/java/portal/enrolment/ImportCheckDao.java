package portal.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;

/** What rows are checked against. */
interface ImportCheckDao {
    /** A tenant the portal knows. */
    record Tenant(
            UUID id, OrganizationKind kind, OrganizationState state, String country, Cloud cloud, boolean reseller) {}

    /** A customer that waits for a partner, or has come into its list. */
    record Imported(
            UUID partnerId,
            UUID customerId,
            String portal,
            String name,
            String domain,
            String country,
            boolean delegatedAdmin,
            boolean open) {
        /** Whether a row says nothing new. */
        boolean says(ImportRow row) {
            return !open
                    || (portal.equals(row.portal())
                            && name.equals(row.name())
                            && Objects.equals(domain, row.domain())
                            && country.equals(row.country())
                            && delegatedAdmin == row.delegatedAdmin());
        }
    }

    /** Partner and customer, with the line where they stood before. */
    record Earlier(UUID partnerId, UUID customerId, long line) {}

    @SqlQuery("select code, csp_region from country")
    @KeyColumn("code")
    @ValueColumn("csp_region")
    Map<String, String> regions();

    @SqlQuery(
            """
            select o.id, o.kind, o.state, o.country, o.cloud,
              exists (select 1 from organization_capacity c
                where c.organization_id = o.id and c.capacity = 'indirect-reseller') as reseller
            from organization o where o.id in (<ids>)
            """)
    List<Tenant> tenants(@BindList("ids") List<UUID> ids);

    @SqlQuery(
            """
            select partner_id, customer_id, portal, name, domain, country, delegated_admin,
              applied_at is null as open
            from imported_customer where customer_id in (<ids>)
            """)
    List<Imported> imported(@BindList("ids") List<UUID> ids);

    @SqlQuery(
            """
            select partner_id, customer_id, 0 as line from relationship
            where customer_id in (<ids>) and capacity = 'indirect-reseller' and still_open = 1
            """)
    List<Earlier> served(@BindList("ids") List<UUID> ids);

    @SqlQuery(
            """
            select partner_id, customer_id, line from import_row
            where import_id = :id and customer_id in (<ids>) and bad = 0
            """)
    List<Earlier> earlier(UUID id, @BindList("ids") List<UUID> ids);
}
