package portal.customers;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface DetailsDao {
    /**
     * The next renewal of what the partner sold or is the reseller of, all seats nobody has, and how the row began. The
     * index is named, because else the server may look for the next renewal among those of all customers.
     */
    @SqlQuery(
            """
            select s.renews_at, ifnull(s.nickname, p.name) as product,
              (select sum(greatest(l.seats - l.assigned, 0)) from seat_pool l where l.customer_id = o.id) as unused,
              r.portal, exists (select 1 from agreement_acceptance a where a.customer_id = o.id) as agreement_accepted
            from organization o
              left join relationship r
                on r.partner_id = :partner and r.customer_id = o.id and r.capacity = :capacity and r.still_open = 1
              left join subscription s on s.id = (select soonest.id
                from subscription soonest force index (subscription_of_customer)
                where soonest.customer_id = :customer and (soonest.seller_id = :partner or soonest.reseller_id = :partner)
                  and soonest.state = 'active' and soonest.renews_at is not null
                order by soonest.renews_at, soonest.id limit 1)
              left join product p on p.id = s.product_id
            where o.id = :customer
            """)
    CustomerPages.Details find(PartnerId partner, Capacity capacity, CustomerId customer);
}
