package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.relationships.CustomerRecord;

interface SubscriptionDao {
    String COLUMNS =
            """
            select s.id, s.customer_id, s.offer_id, s.product_id, p.sku, p.name as product_name, p.kind,
              o.code as offer_code, o.term, o.billing, o.least_seats, o.most_seats,
              s.seller_id, seller.legal_name as seller_name, s.seller_capacity,
              s.reseller_id, reseller.legal_name as reseller_name, s.origin, s.nickname, s.seats, s.state, s.began_at,
              s.renews_at, s.ends_at, s.suspended_at, s.ended_at, s.support_contact_id,
              contact.legal_name as support_contact_name, s.version,
              coalesce(pool.seats, 0) as pool_seats, coalesce(pool.assigned, 0) as assigned
            from subscription s
              straight_join product p on p.id = s.product_id
              straight_join offer o on o.id = s.offer_id
              left join organization seller on seller.id = s.seller_id
              left join organization reseller on reseller.id = s.reseller_id
              left join organization contact on contact.id = s.support_contact_id
              left join seat_pool pool on pool.customer_id = s.customer_id and pool.product_id = s.product_id
            """;

    /** What a partner may see on one row of its Customers page. */
    String VISIBLE =
            """
             and ((s.seller_id = :c.partnerId and s.seller_capacity = :c.capacity)
              or (s.reseller_id = :c.partnerId and :c.capacity = 'indirect-reseller')
              or (s.seller_id is null and :c.delegatedAdminSince is not null))
            """;

    @SqlQuery(COLUMNS + "where s.customer_id = :c.customerId and s.id = :id" + VISIBLE)
    Optional<Subscription> find(@BindMethods("c") CustomerRecord c, UUID id);

    @SqlQuery(
            """
            select s.id, coalesce(s.nickname, p.name) as name
            from subscription s force index (subscription_sold_by_state)
              straight_join product p on p.id = s.product_id
            where s.customer_id = :customer and s.seller_id = :partner and s.seller_capacity = :capacity
              and s.state = 'active'
            order by s.id
            limit :most
            """)
    List<Subscriptions.Active> active(PartnerId partner, Capacity capacity, CustomerId customer, int most);

    @SqlQuery(
            """
            select min(renews_at) from subscription s force index (subscription_sold_renewal)
            where s.customer_id = :customer and s.seller_id = :partner and s.seller_capacity = :capacity
              and s.state = 'active'
            """)
    Optional<Instant> nextRenewal(PartnerId partner, Capacity capacity, CustomerId customer);

    @SqlUpdate(
            """
            insert into subscription
              (id, customer_id, offer_id, product_id, seller_id, seller_capacity, reseller_id, origin, nickname, seats,
               state, began_at, renews_at, created_by)
            select :id, :customer, o.id, o.product_id, :seller, :capacity, :reseller, :origin, :nickname, :seats,
              'active', :beganAt, :renewsAt, :person
            from offer o
            where o.id = :offer
              and (:seller is null or (o.available and (:seats is null or :seats between o.least_seats and o.most_seats)))
            """)
    int insert(
            UUID id,
            CustomerId customer,
            UUID offer,
            UUID seller,
            Capacity capacity,
            UUID reseller,
            String origin,
            String nickname,
            Integer seats,
            Instant beganAt,
            Instant renewsAt,
            UUID person);

    @SqlUpdate(
            """
            update subscription set seats = :seats, version = version + 1
            where id = :s.id and version = :s.version and seller_id = :s.sellerId and state = 'active'
            """)
    int changeSeats(@BindMethods("s") Subscription s, int seats);

    @SqlUpdate(
            """
            update subscription set nickname = :nickname, version = version + 1
            where id = :s.id and version = :s.version and seller_id = :s.sellerId and state <> 'ended'
            """)
    int rename(@BindMethods("s") Subscription s, String nickname);

    @SqlUpdate(
            """
            update subscription set state = 'suspended', suspended_at = :now, version = version + 1
            where id = :s.id and version = :s.version and seller_id = :s.sellerId and state = 'active'
            """)
    int suspend(@BindMethods("s") Subscription s, Instant now);

    @SqlUpdate(
            """
            update subscription
            set state = 'active', suspended_at = null, renews_at = :renewsAt, version = version + 1
            where id = :s.id and version = :s.version and seller_id = :s.sellerId and state = 'suspended'
              and (ends_at is null or ends_at > :now)
            """)
    int resume(@BindMethods("s") Subscription s, Instant renewsAt, Instant now);

    @SqlUpdate(
            """
            update subscription set support_contact_id = :contact, version = version + 1
            where id = :id and version = :version and state <> 'ended'
            """)
    int designate(UUID id, UUID contact, int version);

    /** It ends where it would have renewed, as was read: a renewal meanwhile does not change the version. */
    @SqlUpdate(
            """
            update subscription set ends_at = renews_at, renews_at = null, version = version + 1
            where id = :s.id and version = :s.version and seller_id = :s.sellerId and state = 'active'
              and ends_at is null and renews_at = :s.renewsAt and renews_at > :now
            """)
    int turnRenewalOff(@BindMethods("s") Subscription s, Instant now);

    @SqlUpdate(
            """
            update subscription set ends_at = null, renews_at = :renewsAt, version = version + 1
            where id = :s.id and version = :s.version and seller_id = :s.sellerId and state = 'active'
              and ends_at > :now
            """)
    int turnRenewalOn(@BindMethods("s") Subscription s, Instant renewsAt, Instant now);

    @SqlQuery(COLUMNS + "where s.ends_at <= :now order by s.ends_at limit :most")
    List<Subscription> ending(Instant now, int most);

    @SqlUpdate(
            """
            update subscription
            set state = 'ended', ended_at = ends_at, ends_at = null, renews_at = null, version = version + 1
            where id = :s.id and version = :s.version and ends_at = :s.endsAt and state = :s.state
            """)
    int end(@BindMethods("s") Subscription s);

    /** Where both are set, by a release that knows no ends, the end counts. */
    @SqlQuery(
            COLUMNS
                    + """
            where s.state = 'active' and s.renews_at <= :now and s.ends_at is null
            order by s.renews_at
            limit :most
            """)
    List<Subscription> due(Instant now, int most);

    @SqlUpdate(
            """
            update subscription set renews_at = :next
            where id = :id and renews_at = :seen and state = 'active' and ends_at is null
            """)
    int renew(UUID id, Instant seen, Instant next);
}
