package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface GrantDao {
    String COLUMNS =
            """
            select g.id, g.partner_id, g.customer_id, g.global_admin, g.helpdesk_admin, b.name as granted_by,
              g.granted_at, e.name as ended_by, g.ended_at, g.end_reason
            from delegated_admin_grant g
              left join person b on b.id = g.granted_by
              left join person e on e.id = g.ended_by
            """;

    @SqlQuery(COLUMNS + "where g.partner_id = :partner and g.customer_id = :customer and g.still_open = 1")
    Optional<Grant> open(PartnerId partner, CustomerId customer);

    @SqlQuery(
            COLUMNS
                    + """
            where g.partner_id = :partner and g.customer_id = :customer
            order by g.granted_at desc, g.id desc limit 50
            """)
    List<Grant> history(PartnerId partner, CustomerId customer);

    @SqlQuery(COLUMNS + "where g.customer_id = :customer and g.still_open = 1")
    List<Grant> ofCustomer(CustomerId customer);

    /** Both roles. A grant that is open stays as it is. */
    @SqlUpdate(
            """
            insert into delegated_admin_grant
              (id, partner_id, customer_id, global_admin, helpdesk_admin, granted_by, granted_at)
            select :id, :partner, :customer, true, true, :person, :now from dual
            where not exists (select 1 from delegated_admin_grant
              where partner_id = :partner and customer_id = :customer and still_open = 1)
            """)
    int insertUnlessOpen(UUID id, PartnerId partner, CustomerId customer, UUID person, Instant now);

    @SqlUpdate(
            """
            insert into delegated_admin_grant
              (id, partner_id, customer_id, global_admin, helpdesk_admin, granted_by, granted_at)
            values (:id, :partner, :customer, :globalAdmin, :helpdeskAdmin, :person, :now)
            """)
    void insert(
            UUID id,
            PartnerId partner,
            CustomerId customer,
            boolean globalAdmin,
            boolean helpdeskAdmin,
            UUID person,
            Instant now);

    @SqlUpdate(
            """
            update delegated_admin_grant set ended_at = :now, ended_by = :person, end_reason = :reason
            where id = :id and partner_id = :partner and customer_id = :customer and still_open = 1
            """)
    int end(UUID id, PartnerId partner, CustomerId customer, GrantEnd reason, UUID person, Instant now);
}
