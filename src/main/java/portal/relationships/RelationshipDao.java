package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface RelationshipDao {
    String OPEN =
            """
            select r.id, r.partner_id, o.legal_name as partner_name, r.capacity, r.customer_id, r.began_at,
              g.granted_at as delegated_admin_since
            from relationship r
              join organization o on o.id = r.partner_id
              left join delegated_admin_grant g
                on g.partner_id = r.partner_id and g.customer_id = r.customer_id and g.still_open = 1
            """;

    @SqlQuery(OPEN + "where r.customer_id = :customer and r.still_open = 1 order by r.began_at, r.id")
    List<Relationship> ofCustomer(CustomerId customer);

    @SqlQuery(
            OPEN
                    + """
            where r.partner_id = :partner and r.customer_id = :customer and r.capacity = :capacity
              and r.still_open = 1
            """)
    Optional<Relationship> find(PartnerId partner, Capacity capacity, CustomerId customer);

    @SqlQuery(
            """
            select capacity, began_at, ended_at from relationship where partner_id = :partner and customer_id = :customer
            union all
            select null, granted_at, ended_at from delegated_admin_grant
            where partner_id = :partner and customer_id = :customer
            order by began_at desc
            limit 50
            """)
    List<Period> periods(PartnerId partner, CustomerId customer);

    @SqlQuery(
            """
            select count(*) from delegated_admin_grant
            where partner_id = :partner and customer_id = :customer and still_open = 1
            """)
    int openGrants(PartnerId partner, CustomerId customer);

    @SqlQuery("select count(*) from delegated_admin_grant where partner_id = :partner and customer_id = :customer")
    int allGrants(PartnerId partner, CustomerId customer);

    @SqlUpdate(
            """
            update relationship set version = version + 1
            where partner_id = :partner and customer_id = :customer and capacity = :capacity and still_open = 1
            """)
    int touch(PartnerId partner, Capacity capacity, CustomerId customer);

    @SqlUpdate(
            """
            insert into relationship (id, partner_id, capacity, customer_id, origin, portal, began_at)
            values (:id, :partner, :capacity, :customer, :origin, :portal, :now)
            """)
    void insert(
            UUID id,
            PartnerId partner,
            Capacity capacity,
            CustomerId customer,
            String origin,
            String portal,
            Instant now);

    @SqlUpdate(
            """
            insert into delegated_admin_grant (id, partner_id, customer_id, granted_by, granted_at)
            values (:id, :partner, :customer, :person, :now)
            """)
    void insertGrant(UUID id, PartnerId partner, CustomerId customer, UUID person, Instant now);
}
