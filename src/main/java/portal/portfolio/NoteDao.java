package portal.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface NoteDao {
    @SqlQuery(
            """
            select n.id, n.body, p.name as author, n.written_at
            from customer_note n left join person p on p.id = n.written_by
            where n.partner_id = :partner and n.customer_id = :customer and n.id < :before
            order by n.id desc
            limit :limit
            """)
    List<Note> newestBefore(PartnerId partner, CustomerId customer, UUID before, int limit);

    @SqlUpdate(
            """
            insert into customer_note (id, partner_id, customer_id, body, written_by, written_at)
            values (:id, :partner, :customer, :body, :person, :now)
            """)
    void insert(UUID id, PartnerId partner, CustomerId customer, String body, UUID person, Instant now);

    @SqlQuery(
            """
            select id from (select id from customer_note where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> windowEnd(UUID after, int rows);

    @SqlQuery("select id from customer_note where id > :after and id <= :end and body regexp :address")
    List<UUID> naming(String address, UUID after, UUID end);

    @SqlUpdate(
            """
            update customer_note set body = left(regexp_replace(body, :address, :gone), 2000)
            where id in (<ids>)
            """)
    int forget(@BindList("ids") List<UUID> ids, String address, String gone);
}
