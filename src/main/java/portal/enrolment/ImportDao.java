package portal.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ImportDao {
    String COLUMNS =
            """
            select i.id, i.file_name, i.state, p.name as imported_by, i.created_at, i.confirmed_at, i.applied_at,
              i.new_rows, i.waiting_rows, i.known_rows, i.bad_rows, i.applied_to
            from import i left join person p on p.id = i.imported_by
            """;

    String ROW =
            """
            select line, partner_id, portal, customer_id, name, domain, country, delegated_admin, outcome, field, value
            from import_row
            """;

    @SqlQuery(COLUMNS + "where i.id = :id and i.state <> 'removed'")
    Optional<Import> find(UUID id);

    @SqlQuery(COLUMNS + "where i.state <> 'removed' and i.id < :below order by i.id desc limit :most")
    List<Import> below(UUID below, int most);

    @SqlQuery(COLUMNS + "where i.state <> 'removed' and i.id > :above order by i.id limit :most")
    List<Import> above(UUID above, int most);

    @SqlQuery("select id from import where state = 'confirmed' order by id limit 100")
    List<UUID> confirmed();

    @SqlQuery(ROW + "where import_id = :id and line > :line order by line limit :most")
    List<ImportRow> rowsAfter(UUID id, long line, int most);

    @SqlQuery(ROW + "where import_id = :id and bad = 1 and line > :line order by line limit :most")
    List<ImportRow> badAfter(UUID id, long line, int most);

    @SqlQuery(ROW + "where import_id = :id and line < :line order by line desc limit :most")
    List<ImportRow> rowsBefore(UUID id, long line, int most);

    @SqlQuery(ROW + "where import_id = :id and bad = 1 and line < :line order by line desc limit :most")
    List<ImportRow> badBefore(UUID id, long line, int most);

    @SqlUpdate(
            """
            insert into import (id, file_name, state, imported_by, created_at)
            values (:id, :fileName, 'reading', :person, :now)
            """)
    void insert(UUID id, String fileName, UUID person, Instant now);

    @SqlBatch(
            """
            insert into import_row
              (import_id, line, partner_id, portal, customer_id, name, domain, country, delegated_admin, outcome, bad,
               field, value)
            values
              (:id, :r.line, :r.partnerId, :r.portal, :r.customerId, :r.name, :r.domain, :r.country,
               :r.delegatedAdmin, :r.outcome, :r.bad, :r.field, :r.value)
            """)
    void insertRows(UUID id, @BindMethods("r") List<ImportRow> r);

    @SqlUpdate(
            """
            update import
            set new_rows = new_rows + :fresh, waiting_rows = waiting_rows + :waiting,
              known_rows = known_rows + :known, bad_rows = bad_rows + :bad
            where id = :id and state = 'reading'
            """)
    int count(UUID id, long fresh, long waiting, long known, long bad);

    @SqlUpdate("update import set state = 'ready' where id = :id and state = 'reading'")
    int ready(UUID id);

    /** Of two who confirm at once one gets the row. */
    @SqlUpdate("update import set state = 'confirmed', confirmed_at = :now where id = :id and state = 'ready'")
    int confirm(UUID id, Instant now);

    @SqlUpdate("update import set state = 'removed' where id = :id and state in ('reading', 'ready')")
    int remove(UUID id);

    /** The line up to which the next thousand rows go. */
    @SqlQuery(
            """
            select max(line) from (
              select line from import_row where import_id = :id and line > :from order by line limit 1000) some
            """)
    Optional<Long> nextTo(UUID id, long from);

    /** Takes the rows up to a line; of two who do, one gets the row. */
    @SqlUpdate(
            """
            update import set applied_to = :to where id = :id and state = 'confirmed' and applied_to = :from
            """)
    int take(UUID id, long from, long to);

    @SqlUpdate(
            """
            update import set state = 'applied', applied_at = :now
            where id = :id and state = 'confirmed' and applied_to = :from
            """)
    int applied(UUID id, long from, Instant now);

    @SqlQuery("select id from import where state = 'removed' order by id limit 100")
    List<UUID> removed();

    @SqlUpdate("delete from import_row where import_id = :id limit 1000")
    int deleteRows(UUID id);

    @SqlUpdate("delete from import where id = :id and state = 'removed'")
    int delete(UUID id);
}
