package portal.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.relationships.CustomerRecord;

interface SupportDao {
    /** What a partner sells in a capacity, is the reseller of record of, or supports; with privileges, what nobody sells here. */
    String SEEN =
            """
            s.state <> 'ended' and ((s.seller_id = :partner and s.seller_capacity = :capacity)
              or (:capacity = 'indirect-reseller' and :partner in (s.reseller_id, s.support_contact_id))
              or (s.seller_id is null and (s.support_contact_id = :partner or exists (
                select 1 from delegated_admin_grant g
                where g.partner_id = :partner and g.customer_id = s.customer_id and g.still_open = 1))))
            """;

    @SqlQuery(Supported.SQL + "where s.customer_id = :customer and s.id = :id and " + SEEN)
    Optional<Supported> find(PartnerId partner, Capacity capacity, CustomerId customer, UUID id);

    /** One range of an index for each reason to see something, so that what others sell there costs nothing. */
    String NEWEST =
            """
            (select s.id from subscription s
              where s.customer_id = :c.customerId and s.seller_id = :c.partnerId and s.seller_capacity = :c.capacity
                and s.id < :before and s.state <> 'ended'
              order by s.id desc limit :limit)
            union
            (select s.id from subscription s force index (subscription_of_record)
              where :c.capacity = 'indirect-reseller' and s.customer_id = :c.customerId
                and s.reseller_id = :c.partnerId and s.id < :before and s.state <> 'ended'
              order by s.id desc limit :limit)
            union
            (select s.id from subscription s force index (subscription_supported)
              where s.customer_id = :c.customerId and s.support_contact_id = :c.partnerId
                and (:c.capacity = 'indirect-reseller' or s.seller_id is null) and s.id < :before
                and s.state <> 'ended'
              order by s.id desc limit :limit)
            union
            (select s.id from subscription s force index (subscription_sold)
              where s.customer_id = :c.customerId and s.seller_id is null and s.seller_capacity is null
                and s.id < :before and s.state <> 'ended' and exists (
                  select 1 from delegated_admin_grant g
                  where g.partner_id = :c.partnerId and g.customer_id = :c.customerId and g.still_open = 1)
              order by s.id desc limit :limit)
            order by id desc limit :limit
            """;

    @SqlQuery(Supported.COLUMNS + "from (" + NEWEST + ") newest straight_join subscription s on s.id = newest.id\n"
            + Supported.JOINS + "left join portfolio_entry e on e.id = :c.id order by newest.id desc")
    List<Supported> ofCustomer(@BindMethods("c") CustomerRecord c, UUID before, int limit);

    @SqlQuery(Supported.SQL + "where s.id in (<ids>) order by s.id desc")
    List<Supported> all(PartnerId partner, @BindList("ids") List<UUID> ids);

    /** What one partner may support, as the only reader of eligibility for a single one. */
    @SqlQuery("select " + Eligibility.COLUMNS
            + "from subscription s join organization c on c.id = :candidate where s.id = :subscription")
    Optional<Eligibility> eligibility(UUID subscription, UUID candidate);

    @SqlQuery(
            "select c.id, c.legal_name as name, " + Contact.WAYS + "," + Eligibility.COLUMNS
                    + """
            from subscription s join organization c on c.id in (<ids>)
            where s.id = :subscription
            """)
    List<Candidate> candidates(UUID subscription, @BindList("ids") List<UUID> ids);

    /** Resellers the seller knows at this customer; and some of its others, by the beginning of their name. */
    @SqlQuery(
            """
            select r.partner_id from relationship r
            where r.customer_id = :customer and r.capacity = 'indirect-reseller' and r.still_open = 1
              and (exists (select 1 from partnership p
                  where p.provider_id = :seller and p.reseller_id = r.partner_id and p.still_open = 1
                    and p.state = 'active')
                or exists (select 1 from shared_customer h
                  where h.provider_id = :seller and h.reseller_id = r.partner_id and h.customer_id = r.customer_id))
            union
            (select p.reseller_id from partnership p join organization o on o.id = p.reseller_id
              where p.provider_id = :seller and p.still_open = 1 and p.state = 'active' and o.legal_name like :start
              order by p.id desc limit :others)
            """)
    List<UUID> known(UUID seller, CustomerId customer, String start, int others);

    @SqlQuery(
            """
            select p.name as product_name, s.origin, w.id as seller_id, w.legal_name as seller_name, c.id as contact_id,
              c.legal_name as contact_name,
            """
                    + Contact.WAYS_OF_SELLER + "," + Contact.WAYS_OF_CONTACT + "," + Eligibility.COLUMNS
                    + """
            from subscription s
              join product p on p.id = s.product_id
              left join organization w on w.id = s.seller_id
              left join organization c on c.id = s.support_contact_id
            where s.customer_id = :customer and s.state <> 'ended'
            order by p.name, s.id
            limit :limit
            """)
    List<SupportedProduct> products(CustomerId customer, int limit);
}
