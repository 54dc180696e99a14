package portal.relationships;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface SharedCustomerDao {
    String COUNTING =
            """
            select o.legal_name as reseller, s.reseller_id, c.legal_name as customer, s.customer_id, c.domain, s.since
            from shared_customer s
              join organization o on o.id = s.reseller_id
              join organization c on c.id = s.customer_id
            where s.provider_id = :provider
              and exists (select 1 from relationship r
                where r.partner_id = s.provider_id and r.customer_id = s.customer_id
                  and r.capacity = 'indirect-provider' and r.still_open = 1)
              and exists (select 1 from relationship r
                where r.partner_id = s.reseller_id and r.customer_id = s.customer_id
                  and r.capacity = 'indirect-reseller' and r.still_open = 1)
            """;

    @SqlQuery(COUNTING + "order by s.customer_id, s.reseller_id limit :most")
    List<SharedCustomers.Shared> first(PartnerId provider, int most);

    @SqlQuery(
            COUNTING
                    + """
              and (s.customer_id > :customer or s.customer_id = :customer and s.reseller_id > :reseller)
            order by s.customer_id, s.reseller_id
            limit :most
            """)
    List<SharedCustomers.Shared> after(PartnerId provider, CustomerId customer, PartnerId reseller, int most);

    @SqlQuery(
            """
            select r.partner_id as id, o.legal_name as name
            from relationship r
              join partnership p on p.reseller_id = r.partner_id and p.provider_id = :provider and p.still_open = 1
              join organization o on o.id = r.partner_id
              left join shared_customer s
                on s.provider_id = p.provider_id and s.customer_id = r.customer_id and s.reseller_id = r.partner_id
            where r.customer_id = :customer and r.capacity = 'indirect-reseller' and r.still_open = 1
              and p.state = 'active'
            order by s.since is null, o.legal_name, r.partner_id
            limit 200
            """)
    List<SharedCustomers.Reseller> resellers(PartnerId provider, CustomerId customer);

    @SqlQuery(
            """
            select count(*) from shared_customer
            where provider_id = :provider and customer_id = :customer and reseller_id = :reseller
            """)
    int shared(PartnerId provider, PartnerId reseller, CustomerId customer);

    @SqlUpdate(
            """
            insert into shared_customer (provider_id, customer_id, reseller_id, since)
            values (:provider, :customer, :reseller, :now)
            on duplicate key update since = since
            """)
    void insert(PartnerId provider, PartnerId reseller, CustomerId customer, Instant now);
}
