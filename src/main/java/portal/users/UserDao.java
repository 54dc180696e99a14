package portal.users;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;

interface UserDao {
    String COLUMNS =
            """
            select u.id, u.customer_id, u.sign_in_name, u.first_name, u.last_name, u.display_name, u.country, u.state,
              u.directory_id, p.name as created_by, u.created_at, u.password_reset_at, u.needs_password, u.deleted_at,
              u.purge_at, u.version
            from customer_user u left join person p on p.id = u.created_by
            """;

    @SqlQuery(COLUMNS + "where u.customer_id = :customer and u.id = :id")
    Optional<User> find(CustomerId customer, UUID id);

    @SqlQuery(COLUMNS + "where u.id = :id")
    Optional<User> find(UUID id);

    @SqlQuery(COLUMNS + "where u.customer_id = :customer and u.sign_in_name = :signInName")
    Optional<User> named(CustomerId customer, String signInName);

    @SqlQuery("select sign_in_name from customer_user where customer_id = :customer and sign_in_name in (<names>)")
    Set<String> taken(CustomerId customer, @BindList("names") Collection<String> names);

    @SqlBatch(
            """
            insert into customer_user
              (id, customer_id, sign_in_name, first_name, last_name, display_name, name_key, country, state, created_by,
               created_at, needs_password)
            values
              (:user.id, :customer, :user.signInName, :user.firstName, :user.lastName, :user.displayName, :key,
               :user.country, 'active', :person, :now, :needsPassword)
            """)
    void insert(
            CustomerId customer,
            @BindMethods("user") List<NewUser> user,
            @Bind("key") List<byte[]> key,
            UUID person,
            boolean needsPassword,
            Instant now);

    @SqlBatch("insert into customer_user_token (customer_id, token, user_id) values (:customer, :token, :user)")
    void insertTokens(CustomerId customer, @Bind("token") List<String> token, @Bind("user") List<UUID> user);

    @SqlUpdate("delete from customer_user_token where user_id = :user")
    void deleteTokens(UUID user);

    @SqlUpdate(
            """
            update customer_user
            set first_name = :form.firstName, last_name = :form.lastName, display_name = :form.displayName,
              country = :form.country, name_key = :key, version = version + 1
            where customer_id = :customer and id = :id and state <> 'deleted' and version = :form.version
            """)
    int edit(CustomerId customer, UUID id, @BindMethods("form") UserDetailsForm form, byte[] key);

    @SqlUpdate(
            """
            update customer_user set state = :to, version = version + 1
            where customer_id = :customer and id = :id and state = :from
            """)
    int change(CustomerId customer, UUID id, UserState from, UserState to);

    @SqlUpdate(
            """
            update customer_user
            set deleted_state = state, state = 'deleted', deleted_at = :now, deleted_for = :partner, purge_at = :purgeAt, version = version + 1
            where customer_id = :customer and id = :id and state <> 'deleted'
            """)
    int delete(CustomerId customer, UUID id, UUID partner, Instant now, Instant purgeAt);

    @SqlUpdate(
            """
            update customer_user
            set state = deleted_state, deleted_state = null, deleted_at = null, deleted_for = null, purge_at = null, version = version + 1
            where customer_id = :customer and id = :id and state = 'deleted' and purge_at > :now
            """)
    int restore(CustomerId customer, UUID id, Instant now);

    @SqlUpdate(
            """
            update customer_user set touches = touches + 1
            where customer_id = :customer and id = :id and state <> 'deleted'
            """)
    int touch(CustomerId customer, UUID id);

    @SqlUpdate(
            """
            update customer_user set password_reset_at = :now, needs_password = false
            where customer_id = :customer and id = :id and state = 'active' and (needs_password or not :first)
            """)
    int passwordReset(CustomerId customer, UUID id, boolean first, Instant now);

    @SqlUpdate("update customer_user set directory_id = :directoryId where id = :id")
    void setDirectoryId(UUID id, String directoryId);

    /** A user whose time is over. */
    record Overdue(UUID id, CustomerId customerId, String displayName, String directoryId, UUID deletedFor) {}

    @SqlQuery(
            """
            select id, customer_id, display_name, directory_id, deleted_for from customer_user
            where purge_at <= :now order by purge_at limit :most
            """)
    List<Overdue> overdue(Instant now, int most);

    @SqlUpdate("delete from customer_user where id = :id and state = 'deleted' and purge_at <= :now")
    int purge(UUID id, Instant now);

    /** The time of a deleted user is over before it would be. */
    @SqlUpdate(
            """
            update customer_user set purge_at = :now
            where customer_id = :customer and sign_in_name = :signInName and state = 'deleted' and purge_at > :now
            """)
    int hasten(UUID customer, String signInName, Instant now);
}
