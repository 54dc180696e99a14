package portal.users;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;

interface LicenceDao {
    /** A product somebody has a licence of. */
    record Held(UUID productId, String productName) {}

    @SqlQuery(
            """
            select l.product_id, p.name as product_name from licence l join product p on p.id = l.product_id
            where l.user_id = :user order by p.name, p.id
            """)
    List<Held> of(UUID user);

    @SqlQuery("select count(*) from licence where user_id = :user and product_id = :product")
    int count(UUID user, UUID product);

    @SqlUpdate(
            """
            insert into licence (user_id, product_id, customer_id, name_key, state, assigned_by, assigned_at)
            select id, :product, customer_id, name_key, state, :person, :now from customer_user
            where customer_id = :customer and id = :user
            """)
    void insert(CustomerId customer, UUID user, UUID product, UUID person, Instant now);

    @SqlUpdate("delete from licence where customer_id = :customer and user_id = :user and product_id = :product")
    int delete(CustomerId customer, UUID user, UUID product);

    @SqlUpdate("update licence set state = :state where user_id = :user")
    void setState(UUID user, UserState state);

    @SqlUpdate("update licence set name_key = :key where user_id = :user")
    void setKey(UUID user, byte[] key);

    @SqlQuery("select name from product where id = :product")
    String productName(UUID product);
}
