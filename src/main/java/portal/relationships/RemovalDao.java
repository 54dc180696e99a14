package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface RemovalDao {
    @SqlUpdate(
            """
            insert into removal
              (id, relationship_id, entry_id, partner_id, capacity, customer_id, name, domain, removed_by, began_at,
               removed_at, given_up, statement_version, statement_language, statement, statement_digest)
            values
              (:id, :customer.relationshipId, :customer.id, :customer.partnerId, :customer.capacity,
               :customer.customerId, :customer.name, :customer.domain, :person, :customer.beganAt, :now, :givenUp,
               :statement.version, :statement.language, :statement.text, :statement.digest)
            """)
    void insert(
            UUID id,
            @BindMethods("customer") CustomerRecord customer,
            @BindMethods("statement") Removals.Statement statement,
            boolean givenUp,
            UUID person,
            Instant now);

    @SqlQuery(
            """
            select r.id, r.relationship_id, r.entry_id, r.partner_id, r.capacity, r.customer_id, r.name, r.domain,
              p.name as removed_by, r.began_at, r.removed_at, r.given_up, r.statement_version, r.statement_language,
              r.statement, r.statement_digest
            from removal r join person p on p.id = r.removed_by
            where r.partner_id = :partner and r.entry_id = :entry
            order by r.id desc limit 20
            """)
    List<Removal> ofEntry(PartnerId partner, UUID entry);

    @SqlQuery(
            """
            select r.entry_id, max(r.removed_at) as removed_at,
              substring_index(group_concat(p.name order by r.id desc separator '\\n'), '\\n', 1) as removed_by
            from removal r join person p on p.id = r.removed_by
            where r.partner_id = :partner and r.entry_id in (<entries>)
            group by r.entry_id
            """)
    List<Removals.Line> lines(PartnerId partner, @BindList("entries") List<UUID> entries);
}
