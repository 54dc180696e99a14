package portal.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Cloud;

interface ServiceLinkDao {
    String LINKS =
            """
            select l.id, l.name, l.url, l.product_sku, p.name as product, l.cloud, l.position, l.version
            from service_link l left join product p on p.sku = l.product_sku
            """;

    String ORDER = " order by l.position, l.name, l.id";

    @SqlQuery(LINKS + ORDER)
    List<ServiceLink> all();

    @SqlQuery(LINKS + "where l.id = :id")
    Optional<ServiceLink> find(UUID id);

    /** For a customer: what it has from others is known with delegated admin privileges only. */
    @SqlQuery(LINKS
            + """
            where (l.cloud is null or l.cloud = :cloud)
              and (l.product_sku is null
                or exists (select 1 from subscription s
                  where s.customer_id = :customer and s.product_id = p.id and s.state <> 'ended'
                    and (:delegatedAdmin or s.seller_id = :partner or s.reseller_id = :partner)))
            """
            + ORDER)
    List<ServiceLink> ofCustomer(CustomerId customer, Cloud cloud, PartnerId partner, boolean delegatedAdmin);

    /** A product that may be named. */
    record Product(String sku, String name) {}

    @SqlQuery("select sku, name from product order by name, sku")
    List<Product> products();

    @SqlUpdate(
            """
            insert into service_link (id, name, url, product_sku, cloud, position)
            values (:l.id, :l.name, :l.url, :l.productSku, :l.cloud, :l.position)
            """)
    void insert(@BindMethods("l") ServiceLink link);

    @SqlUpdate(
            """
            update service_link
            set name = :l.name, url = :l.url, product_sku = :l.productSku, cloud = :l.cloud, position = :l.position,
              version = version + 1
            where id = :l.id and version = :l.version
            """)
    int update(@BindMethods("l") ServiceLink link);

    @SqlUpdate("delete from service_link where id = :id")
    int delete(UUID id);
}
