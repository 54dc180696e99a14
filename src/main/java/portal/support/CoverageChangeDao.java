package portal.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface CoverageChangeDao {
    @SqlUpdate(
            """
            insert into support_change (id, partner_id, made_by, made_at, state, forget_at)
            values (:id, :partner, :person, :now, 'chosen', :forgetAt)
            """)
    void insert(UUID id, PartnerId partner, UUID person, Instant now, Instant forgetAt);

    /** A subscription that was chosen. */
    record Chosen(int number, UUID subscription, int version, UUID previous) {}

    @SqlBatch(
            """
            insert into support_change_row (change_id, number, subscription_id, version, previous_id)
            values (:change, :number, :subscription, :version, :previous)
            """)
    void insertRows(UUID change, @BindMethods List<Chosen> rows);

    @SqlQuery(
            """
            select id, contact_id, agreement_reference, state from support_change
            where partner_id = :partner and id = :id
            """)
    Optional<CoverageChange> find(PartnerId partner, UUID id);

    @SqlQuery(
            """
            select r.number, r.subscription_id, p.name as product_name, s.nickname, k.legal_name as customer_name,
              s.seller_id, r.previous_id, coalesce(b.legal_name, w.legal_name) as previous_name,
              s.support_contact_id as contact_id, c.legal_name as next_name, r.version, s.version as present_version,
              s.state = 'ended' as ended, r.outcome,
            """
                    + Eligibility.COLUMNS
                    + """
            from support_change_row r
              straight_join subscription s on s.id = r.subscription_id
              straight_join product p on p.id = s.product_id
              straight_join organization k on k.id = s.customer_id
              straight_join organization w on w.id = s.seller_id
              straight_join organization c on c.id = coalesce(:wanted, s.seller_id)
              left join organization b on b.id = r.previous_id
            where r.change_id = :change
            order by r.number
            """)
    List<CoverageChangeRow> rows(UUID change, UUID wanted);

    /** A reseller that may support some of the subscriptions of a change. */
    record Offer(UUID id, String name, int eligible) {}

    /** A seller chooses among its resellers; a reseller of record offers itself. */
    @SqlQuery(
            """
            select c.id, c.legal_name as name, count(*) as eligible
            from support_change_row r
              straight_join subscription s on s.id = r.subscription_id
              straight_join relationship x
                on x.customer_id = s.customer_id and x.capacity = 'indirect-reseller' and x.still_open = 1
              straight_join organization c on c.id = x.partner_id
            where r.change_id = :change and (s.seller_id = :partner or c.id = :partner) and
            """
                    + Eligibility.HOLDS
                    + """
            group by c.id, c.legal_name
            order by eligible desc, c.legal_name
            limit 50
            """)
    List<Offer> offers(UUID change, PartnerId partner);

    @SqlUpdate(
            """
            update support_change set state = 'confirmed', contact_id = :contact, agreement_reference = :reference
            where id = :id and state = 'chosen'
            """)
    int confirm(UUID id, UUID contact, String reference);

    @SqlQuery(
            """
            select number, subscription_id as subscription, version, previous_id as previous from support_change_row
            where change_id = :change and outcome is null
            order by number limit :limit
            """)
    List<Chosen> undone(UUID change, int limit);

    /** Of two who carry out the same change one gets the row. */
    @SqlUpdate(
            """
            update support_change_row set outcome = :outcome
            where change_id = :change and number = :number and outcome is null
            """)
    int claim(UUID change, int number, ChoiceOutcome outcome);

    @SqlUpdate("update support_change_row set outcome = :outcome where change_id = :change and number = :number")
    void came(UUID change, int number, ChoiceOutcome outcome);

    @SqlUpdate("update support_change set state = 'done' where id = :id and state = 'confirmed'")
    int finish(UUID id);

    @SqlUpdate("delete from support_change where forget_at < :now limit 1")
    int forget(Instant now);
}
