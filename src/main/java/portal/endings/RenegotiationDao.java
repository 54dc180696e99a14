package portal.endings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

interface RenegotiationDao {
    @SqlUpdate(
            """
            insert into renegotiation (id, partner_id, customer_id, agreed_on, note, noted_by, noted_at)
            values (:id, :partner, :customer, :agreedOn, nullif(:note, ''), :person, :now)
            """)
    void insert(
            UUID id, PartnerId partner, CustomerId customer, LocalDate agreedOn, String note, UUID person, Instant now);

    @SqlQuery(
            """
            select n.agreed_on, n.note, p.name as noted_by, n.noted_at
            from renegotiation n join person p on p.id = n.noted_by
            where n.partner_id = :partner and n.customer_id = :customer
            order by n.id desc limit 20
            """)
    List<Renegotiation> all(PartnerId partner, CustomerId customer);
}
