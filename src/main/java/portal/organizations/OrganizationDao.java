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
import portal.platform.access.OrganizationState;

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

    @SqlUpdate(
            """
            update organization
            set legal_name = :o.legalName, domain = :o.domain, domain_verified = :o.domainVerified,
              country = :o.country, cloud = :o.cloud, address_line1 = :o.addressLine1,
              address_line2 = :o.addressLine2, city = :o.city, state_or_province = :o.stateOrProvince,
              postal_code = :o.postalCode, phone = :o.phone, email = :o.email, mpn_id = :o.mpnId,
              language = :o.language, time_zone = :o.timeZone, profile_version = profile_version + 1
            where id = :o.id and kind = 'partner' and state = 'pending'
            """)
    int correct(@BindMethods("o") Organization organization);

    @SqlUpdate("delete from organization_capacity where organization_id = :id")
    void deleteCapacities(UUID id);

    @SqlQuery(
            """
            select support_email as email, support_phone as phone, support_website as website from organization
            where id = :id
            """)
    SupportProfile support(UUID id);

    @SqlUpdate(
            """
            update organization set support_email = :s.email, support_phone = :s.phone, support_website = :s.website
            where id = :id
            """)
    void setSupport(UUID id, @BindMethods("s") SupportProfile support);

    @SqlUpdate("update organization set state = :to, version = version + 1 where id = :id and state = :from")
    int changeState(UUID id, OrganizationState from, OrganizationState to);

    @SqlUpdate("update organization set version = version + 1 where id = :id and state = 'active'")
    int touchActive(UUID id);

    @SqlUpdate("update organization set version = version + 1 where id = :id")
    void touch(UUID id);

    @SqlQuery(COLUMNS + "where o.domain = :domain and o.kind = 'customer' and o.domain_verified limit 1")
    Optional<Organization> customerOf(String domain);
    /** Changes nothing where the tenant is known, and waits for those who are writing about it. */
    @SqlUpdate(
            """
            insert into organization
              (id, kind, state, legal_name, domain, domain_verified, country, cloud, address_line1, city, language,
               time_zone, created_at)
            values
              (:id, :kind, :state, :legalName, :domain, :domainVerified, :country, :cloud, :addressLine1, :city,
               :language, :timeZone, :now)
            on duplicate key update id = values(id)
            """)
    void insertUnlessKnown(@BindMethods Organization organization, Instant now);

    /** For one that was imported: what it says of itself counts, the cloud stays. */
    @SqlUpdate(
            """
            update organization
            set legal_name = :legalName, domain = coalesce(:domain, domain), domain_verified = :domainVerified,
              country = :country, address_line1 = :addressLine1, address_line2 = :addressLine2, city = :city,
              state_or_province = :stateOrProvince, postal_code = :postalCode, phone = :phone, language = :language,
              time_zone = :timeZone, version = version + 1
            where id = :id and kind = 'customer' and address_line1 = ''
            """)
    int describe(@BindMethods Organization organization);

    @SqlUpdate("insert into organization_capacity (organization_id, capacity) values (:id, :capacity)")
    void insertCapacity(UUID id, Capacity capacity);
}
