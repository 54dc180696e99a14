package portal.subscriptions;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;

interface SeatPoolDao {
    @SqlQuery(
            """
            select s.product_id, p.sku, p.name as product_name, s.seats, s.assigned
            from seat_pool s join product p on p.id = s.product_id
            where s.customer_id = :customer
            order by p.name, s.product_id
            """)
    List<SeatPool> ofCustomer(CustomerId customer);

    @SqlUpdate(
            """
            update seat_pool set assigned = assigned + 1
            where customer_id = :customer and product_id = :product and assigned < seats
            """)
    int take(CustomerId customer, UUID product);

    @SqlUpdate(
            """
            update seat_pool set assigned = assigned - :seats where customer_id = :customer and product_id = :product
            """)
    void giveBack(CustomerId customer, UUID product, int seats);

    @SqlUpdate(
            """
            insert into seat_pool (customer_id, product_id, seats) values (:customer, :product, :seats)
            on duplicate key update seats = seats + :seats
            """)
    void add(CustomerId customer, UUID product, int seats);

    @SqlUpdate(
            """
            update seat_pool set seats = seats - :seats
            where customer_id = :customer and product_id = :product and seats - assigned >= :seats
            """)
    int remove(CustomerId customer, UUID product, int seats);

    @SqlUpdate(
            """
            update seat_pool set seats = seats - :seats
            where customer_id = :customer and product_id = :product and seats >= :seats
              and assigned + :seats <= seats + :uncovered
            """)
    int withdraw(CustomerId customer, UUID product, int seats, int uncovered);
}
