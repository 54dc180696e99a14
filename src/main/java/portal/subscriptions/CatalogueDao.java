package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CatalogueDao {
    String OFFERS =
            """
            select o.id, o.product_id, p.sku, p.name as product_name, p.kind, o.code, o.term, o.billing, o.least_seats,
              o.most_seats, o.available
            from offer o join product p on p.id = o.product_id
            """;

    @SqlQuery(OFFERS + "where o.id = :id")
    Optional<Offer> offer(UUID id);

    @SqlQuery(OFFERS + "where o.code = :code")
    Optional<Offer> offer(String code);

    @SqlQuery(OFFERS + "where o.product_id in (<products>) order by o.term, o.billing, o.code")
    List<Offer> offersOf(@BindList("products") List<UUID> products);

    @SqlQuery(OFFERS + "where o.product_id = :product and o.available order by o.term, o.billing, o.code")
    List<Offer> available(UUID product);

    @SqlQuery(OFFERS + "where o.code in (<codes>)")
    List<Offer> offers(@BindList("codes") List<String> codes);

    @SqlQuery("select id, sku, name, kind, available from product where sku in (<skus>)")
    List<Product> products(@BindList("skus") List<String> skus);

    @SqlQuery("select id, sku, name, kind, available from product where id = :id")
    Optional<Product> product(UUID id);

    @SqlQuery("select id, sku, name, kind, available from product where sku = :sku")
    Optional<Product> product(String sku);

    @SqlUpdate("insert into product (id, sku, name, kind, available) values (:id, :sku, :name, :kind, :available)")
    void insertProduct(@BindMethods Product product);

    @SqlUpdate("update product set name = :name where id = :id")
    void rename(UUID id, String name);

    @SqlUpdate(
            """
            update product set available = exists (select 1 from offer o where o.product_id = product.id and o.available)
            where id in (<ids>)
            """)
    void countAvailable(@BindList("ids") List<UUID> ids);

    @SqlUpdate(
            """
            update offer set least_seats = :leastSeats, most_seats = :mostSeats, available = :available
            where code = :code and product_id = :productId and term = :term and billing = :billing
            """)
    int updateOffer(@BindMethods Offer offer);

    @SqlUpdate(
            """
            insert into offer (id, product_id, code, term, billing, least_seats, most_seats, available)
            values (:id, :productId, :code, :term, :billing, :leastSeats, :mostSeats, :available)
            """)
    void insertOffer(@BindMethods Offer offer);

    @SqlUpdate(
            """
            insert into catalogue_upload (id, name, content, uploaded_by, uploaded_at)
            values (:id, :name, :content, :person, :now)
            """)
    void insertUpload(UUID id, String name, String content, UUID person, Instant now);

    @SqlQuery("select id, name, content from catalogue_upload where id = :id")
    Optional<CatalogueUpload> upload(UUID id);

    @SqlUpdate("delete from catalogue_upload where id = :id")
    int deleteUpload(UUID id);

    @SqlUpdate("delete from catalogue_upload where uploaded_at < :before")
    void deleteUploads(Instant before);
}
