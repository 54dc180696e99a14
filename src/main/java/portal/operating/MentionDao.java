package portal.operating;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Where windows of big tables end. */
interface MentionDao {
    @SqlQuery(
            """
            select id from (select id from activity_entry where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> entriesEnd(UUID after, int rows);

    @SqlQuery(
            """
            select id from (select id from customer_note where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> notesEnd(UUID after, int rows);

    @SqlQuery(
            """
            select id from (select id from invitation_event where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> eventsEnd(UUID after, int rows);
}
