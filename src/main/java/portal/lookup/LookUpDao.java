package portal.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface LookUpDao {
    /** The customer of a subscription that the partner sells, is the reseller of record of, or supports. */
    @SqlQuery(
            """
            select customer_id from subscription
            where id = :id and state <> 'ended' and :partner in (seller_id, reseller_id, support_contact_id)
            """)
    Optional<UUID> customerOf(PartnerId partner, UUID id);

    /** A user of one of these customers by sign-in name, where the partner has delegated admin privileges. */
    @SqlQuery(
            """
            select u.customer_id as tenant_id, u.id as user_id, u.display_name as name, u.sign_in_name as email,
              null as last_signed_in_at
            from customer_user u
              join delegated_admin_grant g
                on g.partner_id = :partner and g.customer_id = u.customer_id and g.still_open = 1
            where u.customer_id in (<tenants>) and u.sign_in_name = :signInName and u.state <> 'deleted'
            limit 20
            """)
    List<Somebody> users(PartnerId partner, @BindList("tenants") List<UUID> tenants, String signInName);

    /** Somebody of them who has signed in here with the address, likewise. */
    @SqlQuery(
            """
            select p.tenant_id, null as user_id, p.name, p.email, p.last_signed_in_at
            from person p
              join delegated_admin_grant g
                on g.partner_id = :partner and g.customer_id = p.tenant_id and g.still_open = 1
            where p.tenant_id in (<tenants>) and p.email = :email
            limit 20
            """)
    List<Somebody> people(PartnerId partner, @BindList("tenants") List<UUID> tenants, String email);

    @SqlUpdate(
            """
            insert into recent_look_up (person_id, entry_id, looked_at) values (:person, :entry, :now)
            on duplicate key update looked_at = :now
            """)
    void remember(UUID person, UUID entry, Instant now);

    @SqlUpdate(
            """
            delete from recent_look_up where person_id = :person and looked_at < (
              select min(looked_at) from (
                select looked_at from recent_look_up where person_id = :person
                order by looked_at desc limit :most) newest)
            """)
    void forgetBut(UUID person, int most);

    @SqlQuery(
            """
            select e.id as entry_id, e.name, e.domain, r.looked_at
            from recent_look_up r join portfolio_entry e on e.id = r.entry_id
            where r.person_id = :person and e.partner_id = :partner and e.state = 'active'
            order by r.looked_at desc
            limit :most
            """)
    List<Recent> recent(UUID person, PartnerId partner, int most);
}
