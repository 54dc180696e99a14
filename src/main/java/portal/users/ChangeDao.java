package portal.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SingleValue;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ChangeDao {
    @SqlBatch(
            """
            insert into directory_change (id, user_id, kind, directory_id, password_sealed, asked_by, created_at, due_at)
            values (:id, :user, :kind, :directoryId, :password, :person, :now, :now)
            """)
    void insert(
            @Bind("id") List<UUID> id,
            @Bind("user") List<UUID> user,
            ChangeKind kind,
            String directoryId,
            @SingleValue byte[] password,
            UUID person,
            Instant now);

    /** A change that is due, and the first of its user. */
    record Due(UUID id, Instant dueAt) {}

    @SqlQuery(
            """
            select c.id, c.due_at from directory_change c
            where c.due_at <= :now
              and not exists (select 1 from directory_change e
                where e.user_id = c.user_id and e.id < c.id and e.due_at is not null)
            order by c.due_at, c.id limit :most
            """)
    List<Due> due(Instant now, int most);

    @SqlUpdate(
            """
            update directory_change set due_at = :leaseEnd, attempts = attempts + 1
            where id = :due.id and due_at = :due.dueAt
            """)
    int claim(@BindMethods("due") Due due, Instant leaseEnd);

    /** What is needed to pass it on. */
    record Row(UUID id, UUID userId, ChangeKind kind, String directoryId, byte[] passwordSealed, int attempts) {}

    @SqlQuery(
            """
            select id, user_id, kind, directory_id, password_sealed, attempts from directory_change where id = :id
            """)
    Row find(UUID id);

    @SqlUpdate(
            """
            update directory_change set passed_at = :now, due_at = null, password_sealed = null, last_error = null
            where id = :id and due_at = :lease
            """)
    int passed(UUID id, Instant lease, Instant now);

    @SqlUpdate("update directory_change set due_at = :dueAt, last_error = :error where id = :id and due_at = :lease")
    int postpone(UUID id, Instant lease, Instant dueAt, String error);

    @SqlUpdate(
            """
            update directory_change
            set refused_at = :now, due_at = null, password_sealed = null, last_error = :error
            where id = :id and due_at = :lease
            """)
    int refused(UUID id, Instant lease, Instant now, String error);

    @SqlUpdate(
            """
            update directory_change set refused_at = null, due_at = :now, attempts = 0
            where id = :id and user_id = :user and refused_at is not null and kind <> 'password'
            """)
    int repeat(UUID id, UUID user, Instant now);

    @SqlQuery(
            """
            select id, kind, created_at, attempts, due_at, passed_at, refused_at, last_error from directory_change
            where user_id = :user order by id desc limit :most
            """)
    List<DirectoryChange> newest(UUID user, int most);

    /** The password of a change that has not been passed on. */
    record Kept(UUID id, byte[] passwordSealed) {}

    @SqlQuery(
            """
            select id, password_sealed from directory_change
            where id > :after and password_sealed is not null order by id limit :most
            """)
    List<Kept> keptAfter(UUID after, int most);

    @SqlUpdate(
            """
            update directory_change set password_sealed = :anew
            where id = :kept.id and password_sealed = :kept.passwordSealed
            """)
    int replace(@BindMethods("kept") Kept kept, byte[] anew);

    @SqlQuery("select min(due_at) from directory_change where due_at is not null")
    Optional<Instant> earliest();
}
