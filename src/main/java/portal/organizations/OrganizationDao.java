package portal.organizations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.platform.access.Capacity;

interface OrganizationDao {
    String COLUMNS =
            """
            select o.id, o.kind, o.state, o.legal_name, o.domain, o.domain_verified, o.country, c.csp_region as region,
              o.cloud, o.address_line1, o.address_line2, o.city, o.state_or_province, o.postal_code, o.phone, o.email,
              o.mpn_id, o.language, o.time_zone
            from organization o join country c on c.code = o.country
            """;

    @SqlQuery(COLUMNS + "where o.id = :id")
    Optional<Organization> find(UUID id);

    @SqlQuery(COLUMNS + "where o.id in (<ids>)")
    List<Organization> all(@BindList("ids") List<UUID> ids);

    @SqlQuery("select capacity from organization_capacity where organization_id = :id order by capacity")
    List<Capacity> capacities(UUID id);

    @SqlQuery(
            COLUMNS
                    + """
              join organization_capacity p on p.organization_id = o.id and p.capacity = :capacity
            where o.mpn_id = :mpnId and o.kind = 'partner' and o.state <> 'pending'
            limit 2
            """)
    List<Organization> partners(String mpnId, Capacity capacity);

    @SqlQuery("select csp_region from country where code = :country")
    Optional<String> region(String country);

    @SqlQuery("select code from country order by code")
    List<String> countries();

    @SqlUpdate(
            """
            insert into organization
              (id, kind, state, legal_name, domain, domain_verified, country, cloud, address_line1, address_line2,
               city, state_or_province, postal_code, phone, email, mpn_id, language, time_zone, created_at)
            values
              (:id, :kind, :state, :legalName, :domain, :domainVerified, :country, :cloud, :addressLine1,
               :addressLine2, :city, :stateOrProvince, :postalCode, :phone, :email, :mpnId, :language, :timeZone, :now)
            """)
    void insert(@BindMethods Organization organization, Instant now);

    @SqlUpdate("insert into organization_capacity (organization_id, capacity) values (:id, :capacity)")
    void insertCapacity(UUID id, Capacity capacity);
}
