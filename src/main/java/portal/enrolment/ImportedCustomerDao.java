package portal.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface ImportedCustomerDao {
    @SqlQuery(
            """
            select customer_id, portal, name, domain, country, delegated_admin from imported_customer
            where waiting = 1 and partner_id = :partner
            order by customer_id
            limit :most
            """)
    List<ImportedCustomer> waiting(PartnerId partner, int most);

    /** Of two who bring the customer into the list, one gets the row. */
    @SqlUpdate(
            """
            update imported_customer set applied_at = :now
            where partner_id = :partner and customer_id = :customer and waiting = 1
            """)
    int take(PartnerId partner, CustomerId customer, Instant now);

    @SqlUpdate(
            """
            update imported_customer set applied_at = null, problem = :problem
            where partner_id = :partner and customer_id = :customer
            """)
    void refuse(PartnerId partner, CustomerId customer, ImportOutcome problem);

    /** Counts the row of the file as one that is left out; before {@link #tell}. */
    @SqlUpdate(
            """
            update import i
              join imported_customer w on w.import_id = i.id and w.partner_id = :partner and w.customer_id = :customer
              join import_row r
                on r.import_id = i.id and r.customer_id = w.customer_id and r.partner_id = w.partner_id and not r.bad
            set i.bad_rows = i.bad_rows + 1, i.new_rows = i.new_rows - (r.outcome = 'new'),
              i.waiting_rows = i.waiting_rows - (r.outcome in ('waits', 'waits-capacity'))
            where r.outcome <> 'known'
            """)
    void count(PartnerId partner, CustomerId customer);

    /** Says at the row of the file why the customer did not come. */
    @SqlUpdate(
            """
            update import_row r
              join imported_customer w on w.import_id = r.import_id and w.partner_id = r.partner_id
                and w.customer_id = r.customer_id
            set r.outcome = :problem, r.bad = 1, r.field = :field, r.value = :value
            where w.partner_id = :partner and w.customer_id = :customer and not r.bad and r.outcome <> 'known'
            """)
    void tell(PartnerId partner, CustomerId customer, ImportOutcome problem, String field, String value);

    /** Whether customers of other portals come along: only for an active indirect reseller. */
    @SqlQuery(
            """
            select o.id from organization o join organization_capacity c
                on c.organization_id = o.id and c.capacity = 'indirect-reseller'
            where o.id = :partner and o.kind = 'partner' and o.state = 'active'
            """)
    Optional<UUID> reseller(PartnerId partner);

    /** Partners whose customers wait although they could come. */
    @SqlQuery(
            """
            select distinct w.partner_id
            from imported_customer w
              join organization o on o.id = w.partner_id and o.kind = 'partner' and o.state = 'active'
              join organization_capacity c
                on c.organization_id = o.id and c.capacity = 'indirect-reseller'
            where w.waiting = 1
            limit 1000
            """)
    List<PartnerId> ready();

    @SqlQuery("select csp_region from country where code = :country")
    String region(String country);

    @SqlUpdate(
            """
            insert ignore into imported_customer
              (partner_id, customer_id, portal, name, domain, country, delegated_admin, import_id, imported_at)
            select partner_id, customer_id, portal, name, domain, country, delegated_admin, import_id, :now
            from import_row
            where import_id = :id and line > :from and line <= :to and not bad and outcome <> 'known'
            """)
    int add(UUID id, long from, long to, Instant now);

    /** What still waits is as the latest file says. */
    @SqlUpdate(
            """
            update imported_customer w
              join import_row r on r.partner_id = w.partner_id and r.customer_id = w.customer_id
            set w.portal = r.portal, w.name = r.name, w.domain = r.domain, w.country = r.country,
              w.delegated_admin = r.delegated_admin, w.import_id = r.import_id, w.problem = null
            where r.import_id = :id and r.line > :from and r.line <= :to and not r.bad and r.outcome <> 'known'
              and w.applied_at is null
            """)
    int renew(UUID id, long from, long to);
}
