package portal.endings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.signin.Person;

interface EndingDao {
    @SqlQuery(
            """
            select s.id, coalesce(s.nickname, p.name) as name
            from subscription s join product p on p.id = s.product_id
            where s.customer_id = :customer and s.seller_id = :partner and s.seller_capacity = :capacity
              and s.state = 'active'
            order by name, s.id limit 100
            """)
    List<Sold> active(PartnerId partner, Capacity capacity, CustomerId customer);

    @SqlQuery(
            """
            select s.id, coalesce(s.nickname, p.name) as name
            from subscription s join product p on p.id = s.product_id
            where s.customer_id = :customer and s.support_contact_id = :partner and s.state <> 'ended'
            order by name, s.id limit 100
            """)
    List<Sold> supported(PartnerId partner, CustomerId customer);

    /** Who made the invitation the customer accepted last. */
    @SqlQuery(
            """
            select p.id, p.issuer, p.subject, p.tenant_id, p.name, p.email, p.phone, p.roles, p.language, p.time_zone,
              p.erased_at is not null as erased
            from acceptance_evidence a
              join invitation i on i.id = a.invitation_id
              join person p on p.id = i.created_by
            where a.customer_id = :customer and a.partner_id = :partner
            order by a.accepted_at desc limit 1
            """)
    Optional<Person> inviter(PartnerId partner, CustomerId customer);

    /** The row of the partner's Customers page, the active one before a removed one. */
    @SqlQuery(
            """
            select id from portfolio_entry
            where partner_id = :partner and customer_id = :customer and state = :state limit 1
            """)
    Optional<UUID> row(PartnerId partner, CustomerId customer, String state);
}
