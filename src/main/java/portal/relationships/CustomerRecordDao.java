package portal.relationships;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.PartnerId;

interface CustomerRecordDao {
    @SqlQuery(
            """
            select e.id, e.partner_id, e.capacity, e.customer_id, r.id as relationship_id, e.name, o.domain, o.country,
              o.cloud, r.origin, r.portal, e.attention, r.began_at, g.granted_at as delegated_admin_since,
              exists (select 1 from agreement_acceptance a where a.customer_id = e.customer_id) as agreement_accepted
            from portfolio_entry e
              join relationship r
                on r.partner_id = e.partner_id and r.customer_id = e.customer_id and r.capacity = e.capacity
                  and r.still_open = 1
              join organization o on o.id = e.customer_id
              left join delegated_admin_grant g
                on g.partner_id = e.partner_id and g.customer_id = e.customer_id and g.still_open = 1
            where e.partner_id = :partner and e.id = :id
            """)
    Optional<CustomerRecord> find(PartnerId partner, UUID id);
}
