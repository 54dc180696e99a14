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
            update relationship set ended_at = :now, ended_by = :person, version = version + 1
            where id = :id and still_open = 1 and version = :version
            """)
    int end(UUID id, int version, UUID person, Instant now);

    @SqlQuery("select version from relationship where id = :id")
    int version(UUID id);

    @SqlUpdate(
            """
            update relationship set version = version + 1
            where partner_id = :partner and customer_id = :customer and still_open = 1
            """)
    int touchAll(PartnerId partner, CustomerId customer);

    @SqlQuery(
            """
            select distinct r.partner_id
            from relationship r
              join portfolio_entry e on e.partner_id = r.partner_id and e.customer_id = r.customer_id
            where r.customer_id = :customer and r.still_open = 1 and e.state = 'active' and e.agreement_missing
            """)
    List<PartnerId> awaitingAgreement(CustomerId customer);

    /** Gives 1 when it was inserted, 2 when it is open already and was touched: the unique key decides. */
    @SqlUpdate(
            """
            insert into relationship (id, partner_id, capacity, customer_id, origin, portal, began_at)
            values (:id, :partner, :capacity, :customer, :origin, :portal, :now)
            on duplicate key update version = version + 1
            """)
    int insertOrTouch(
            UUID id,
            PartnerId partner,
            Capacity capacity,
            CustomerId customer,
            String origin,
            String portal,
            Instant now);
}
