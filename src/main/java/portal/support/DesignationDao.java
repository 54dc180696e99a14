package portal.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface DesignationDao {
    String COLUMNS =
            """
            select d.id, d.subscription_id, d.contact_id, c.legal_name as contact_name, d.previous_id,
              o.legal_name as previous_name, d.agreement_reference, y.name as chooser, f.legal_name as chooser_organization,
              d.designated_at, d.still_open <=> 1 as present
            from support_designation d
              join person y on y.id = d.designated_by
              join organization f on f.id = d.designated_for
              left join organization c on c.id = d.contact_id
              left join organization o on o.id = d.previous_id
            """;

    @SqlQuery(COLUMNS + "where d.subscription_id = :subscription and d.id = :id")
    Optional<Designation> find(UUID subscription, UUID id);

    @SqlQuery(COLUMNS + "where d.subscription_id = :subscription order by d.id desc limit :limit")
    List<Designation> history(UUID subscription, int limit);

    @SqlUpdate(
            """
            update support_designation set ended_at = :now, coverage = null
            where subscription_id = :subscription and still_open = 1
            """)
    void end(UUID subscription, Instant now);

    @SqlUpdate(
            """
            insert into support_designation
              (id, subscription_id, customer_id, seller_id, reseller_id, contact_id, previous_id, agreement_reference,
               designated_for, designated_by, designated_at, coverage)
            select :id, s.id, s.customer_id, s.seller_id, s.reseller_id, :contact, :previous, :reference, :partner,
              :person, :now, if(:contact is null, null, 'designated')
            from subscription s where s.id = :subscription
            """)
    void insert(
            UUID id,
            UUID subscription,
            UUID contact,
            UUID previous,
            String reference,
            PartnerId partner,
            UUID person,
            Instant now);

    /**
     * An open choice of another than the seller, and whether it counts.
     *
     * @param coverage as it was found last
     * @param ended whether the subscription has ended
     * @param unmarked whether the seller's row of the customer needs no attention for anything
     */
    record Watched(
            UUID id,
            UUID subscriptionId,
            CustomerId customerId,
            PartnerId sellerId,
            Capacity sellerCapacity,
            UUID contactId,
            String productName,
            Coverage coverage,
            boolean ended,
            boolean unmarked,
            Eligibility eligibility) {
        Coverage found() {
            return eligibility.coverage();
        }

        /** Whether something is to be done. */
        boolean stale() {
            return ended || coverage != found() || (found().fallsBack() && unmarked);
        }
    }

    String WATCHED =
            """
            select d.id, d.subscription_id, s.customer_id, s.seller_id, s.seller_capacity, d.contact_id,
              p.name as product_name, d.coverage, s.state = 'ended' as ended,
              e.id is not null and coalesce(e.attention, 'agreement-missing') = 'agreement-missing' as unmarked,
            """
                    + Eligibility.COLUMNS;

    /** Behind a few choices that were found first, so that only they are looked at. */
    String JOINED =
            """
              straight_join support_designation d on d.id = few.id
              straight_join subscription s on s.id = d.subscription_id
              straight_join product p on p.id = s.product_id
              straight_join organization c on c.id = d.contact_id
              left join portfolio_entry e force index (portfolio_entry_of_customer)
                on e.partner_id = s.seller_id and e.customer_id = s.customer_id and e.capacity = s.seller_capacity
                  and e.state = 'active'
            order by d.id
            """;

    @SqlQuery(WATCHED
            + """
            from (select f.id from support_designation f where f.watched = 1 and f.id > :after order by f.id limit :limit) few
            """
            + JOINED)
    List<Watched> watchedAfter(UUID after, int limit);

    @SqlQuery(WATCHED
            + "from (select f.id from support_designation f where f.customer_id = :customer and f.watched = 1) few\n"
            + JOINED)
    List<Watched> watchedOf(CustomerId customer);

    @SqlQuery(
            WATCHED + "from (select f.id from support_designation f where f.id = :id and f.watched = 1) few\n" + JOINED)
    Optional<Watched> watched(UUID id);

    /** Of several nodes one finds a change. */
    @SqlUpdate(
            """
            update support_designation set coverage = :coverage, lost_at = :lostAt
            where id = :id and watched = 1 and coverage = :before
            """)
    int cover(UUID id, Coverage before, Coverage coverage, Instant lostAt);

    /** Open choices of a seller's customer that do not count. */
    @SqlQuery(
            """
            select count(*) from support_designation
            where customer_id = :customer and watched = 1 and seller_id = :seller and coverage <> 'designated'
            """)
    int lost(PartnerId seller, CustomerId customer);

    @SqlQuery("select reached from support_watch")
    UUID reached();

    @SqlUpdate("update support_watch set reached = :to where reached = :from")
    int reach(UUID from, UUID to);
}
