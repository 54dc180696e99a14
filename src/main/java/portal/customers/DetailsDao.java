package portal.customers;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface DetailsDao {
    /** The next renewal of what the partner sold or is the reseller of, all seats nobody has, and how the row began. */
    @SqlQuery(
            """
            select n.renews_at, ifnull(n.nickname, p.name) as product,
              (select sum(greatest(s.seats - s.assigned, 0)) from seat_pool s where s.customer_id = :customer) as unused,
              r.portal, exists (select 1 from agreement_acceptance a where a.customer_id = :customer) as agreement_accepted
            from (select 1) one
              left join relationship r
                on r.partner_id = :partner and r.customer_id = :customer and r.capacity = :capacity and r.still_open = 1
              left join (select renews_at, nickname, product_id from subscription
                         where customer_id = :customer and (seller_id = :partner or reseller_id = :partner)
                           and state = 'active' and renews_at is not null
                         order by renews_at, id limit 1) n on true
              left join product p on p.id = n.product_id
            """)
    CustomerPages.Details find(PartnerId partner, Capacity capacity, CustomerId customer);
}
