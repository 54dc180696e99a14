package portal.users;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface BatchDao {
    /** What a file said of somebody, once it is carried out. */
    @SqlUpdate(
            """
            update user_batch_row r join user_batch b on b.id = r.batch_id
            set r.sign_in_name = '-', r.first_name = '-', r.last_name = '-', r.display_name = '-'
            where b.customer_id = :customer and b.state = 'done' and r.sign_in_name = :signInName
            """)
    int forgetRowsOf(UUID customer, String signInName);

    @SqlUpdate(
            """
            insert into user_batch
              (id, customer_id, partner_id, capacity, kind, product_id, file_name, state, made_by, made_at, forget_at)
            values
              (:id, :mandate.customer, :mandate.partner, :mandate.capacity, :kind, :product, :fileName, 'reading',
               :mandate.person, :now, :forgetAt)
            """)
    void insert(
            UUID id,
            @BindMethods("mandate") Mandate mandate,
            BatchKind kind,
            UUID product,
            String fileName,
            Instant now,
            Instant forgetAt);

    @SqlBatch(
            """
            insert into user_batch_row
              (batch_id, number, user_id, sign_in_name, first_name, last_name, display_name, country, licences, problem)
            values
              (:batch, :row.number, :row.userId, :row.signInName, :row.firstName, :row.lastName, :row.displayName,
               :row.country, :row.licences, :row.problem)
            """)
    void insertRows(UUID batch, @BindMethods("row") List<BatchRow> row);

    /** A selection: those of the customer who are not deleted. */
    @SqlUpdate(
            """
            insert into user_batch_row
              (batch_id, number, user_id, sign_in_name, first_name, last_name, display_name, country, licences)
            select :batch, row_number() over (order by u.name_key, u.id), u.id, u.sign_in_name, u.first_name, u.last_name,
              u.display_name, u.country, ''
            from customer_user u where u.customer_id = :customer and u.listed = true and u.id in (<users>)
            """)
    int insertSelection(UUID batch, CustomerId customer, @BindList("users") Collection<UUID> users);

    @SqlQuery("select sign_in_name from user_batch_row where batch_id = :batch and sign_in_name in (<names>)")
    Set<String> named(UUID batch, @BindList("names") Collection<String> names);

    @SqlUpdate(
            """
            update user_batch set state = 'ready', row_count = :rows, wrong_count = :wrong, forget_at = :forgetAt
            where id = :id and state = 'reading'
            """)
    int ready(UUID id, int rows, int wrong, Instant forgetAt);

    @SqlUpdate("update user_batch set forget_at = :now where id = :id and state = 'reading'")
    void giveUp(UUID id, Instant now);

    @SqlQuery(
            """
            select b.id, b.kind, b.product_id, p.name as product_name, b.file_name, b.state, b.row_count as `rows`,
              b.wrong_count as wrong, b.done_count as done, b.failed_count as failed, m.name as made_by, b.made_at
            from user_batch b
              left join product p on p.id = b.product_id
              left join person m on m.id = b.made_by
            where b.customer_id = :customer and b.partner_id = :partner and b.id = :id and b.state <> 'reading'
            """)
    Optional<Batch> find(CustomerId customer, PartnerId partner, UUID id);

    String ROWS =
            """
            select number, user_id, sign_in_name, first_name, last_name, display_name, country, licences, problem,
              outcome, missing
            from user_batch_row where batch_id = :batch
            """;

    @SqlQuery(ROWS + "and number > :after order by number limit :most")
    List<BatchRow> rows(UUID batch, int after, int most);

    @SqlQuery(ROWS + "and place = :place and number > :after order by number limit :most")
    List<BatchRow> rows(UUID batch, String place, int after, int most);

    @SqlUpdate(
            """
            update user_batch set state = 'confirmed', confirmed_at = :now, due_at = :now
            where customer_id = :customer and partner_id = :partner and id = :id and state = 'ready'
            """)
    int confirm(CustomerId customer, PartnerId partner, UUID id, Instant now);

    /** A batch to be carried out. */
    record Due(UUID id, Instant dueAt) {}

    @SqlQuery("select id, due_at from user_batch where due_at <= :now order by due_at limit 10")
    List<Due> due(Instant now);

    @SqlQuery("select id, due_at from user_batch where id = :id and due_at <= :now")
    Optional<Due> due(UUID id, Instant now);

    @SqlUpdate("update user_batch set due_at = :lease where id = :due.id and due_at = :due.dueAt")
    int claim(@BindMethods("due") Due due, Instant lease);

    /** What is needed to carry it out. */
    record Work(
            UUID id,
            PartnerId partnerId,
            Capacity capacity,
            CustomerId customerId,
            UUID madeBy,
            BatchKind kind,
            UUID productId,
            String fileName) {
        Mandate mandate() {
            return new Mandate(partnerId, capacity, customerId, madeBy);
        }
    }

    @SqlQuery(
            """
            select id, partner_id, capacity, customer_id, made_by, kind, product_id, file_name from user_batch
            where id = :id
            """)
    Work work(UUID id);

    @SqlBatch(
            """
            update user_batch_row set user_id = :row.userId, outcome = :row.outcome, missing = :row.missing
            where batch_id = :batch and number = :row.number
            """)
    void became(UUID batch, @BindMethods("row") List<BatchRow> row);

    @SqlUpdate(
            """
            update user_batch
            set due_at = :next, done_count = done_count + :done, failed_count = failed_count + :failed
            where id = :id and due_at = :lease
            """)
    int advance(UUID id, Instant lease, Instant next, int done, int failed);

    @SqlUpdate("update user_batch set state = :state, due_at = null where id = :id and due_at = :lease")
    int end(UUID id, Instant lease, BatchState state);

    @SqlQuery("select done_count - failed_count from user_batch where id = :id")
    int succeeded(UUID id);

    @SqlUpdate(
            """
            delete from user_batch_row where batch_id in (select id from user_batch where forget_at <= :now)
            limit :most
            """)
    int forgetRows(Instant now, int most);

    @SqlUpdate("delete from user_batch where forget_at <= :now limit :most")
    int forget(Instant now, int most);
}
