package portal.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ActivityDao {
    @SqlUpdate(
            """
            insert into activity_entry
              (id, organization_id, action, person_id, customer_id, subject, old_value, new_value, subject_id, happened_at)
            values
              (:id, :organization, :action, :person, :customer, :subject, :oldValue, :newValue, :subjectId, :now)
            """)
    void insert(
            UUID id,
            UUID organization,
            Action action,
            UUID person,
            UUID customer,
            String subject,
            String oldValue,
            String newValue,
            UUID subjectId,
            Instant now);

    @SqlQuery(
            """
            select a.id, a.happened_at, a.action, p.name as person, c.legal_name as customer, a.subject,
              a.old_value, a.new_value
            from activity_entry a
              left join person p on p.id = a.person_id
              left join organization c on c.id = a.customer_id
            where a.organization_id = :organization and a.id < :before
            order by a.id desc
            limit :limit
            """)
    List<ActivityPages.Row> newestBefore(UUID organization, UUID before, int limit);

    @SqlQuery(
            """
            select * from (
              select a.id, a.happened_at, a.action, p.name as person, c.legal_name as customer, a.subject,
                a.old_value, a.new_value
              from activity_entry a
                left join person p on p.id = a.person_id
                left join organization c on c.id = a.customer_id
              where a.organization_id = :organization and a.id > :after
              order by a.id
              limit :limit) newer
            order by id desc
            """)
    List<ActivityPages.Row> oldestAfter(UUID organization, UUID after, int limit);

    @SqlQuery(
            """
            select a.id, a.happened_at, a.action, p.name as person, c.legal_name as customer, a.subject,
              a.old_value, a.new_value
            from activity_entry a
              left join person p on p.id = a.person_id
              left join organization c on c.id = a.customer_id
            where a.organization_id = :organization and a.subject_id = :thing
            order by a.id desc
            limit :most
            """)
    List<ActivityPages.Row> about(UUID organization, UUID thing, int most);

    @SqlQuery(
            """
            select a.id, a.happened_at, a.action, p.name as person, c.legal_name as customer, a.subject,
              a.old_value, a.new_value
            from activity_entry a
              left join person p on p.id = a.person_id
              left join organization c on c.id = a.customer_id
            where a.organization_id = :organization and a.customer_id = :customer
            order by a.id desc
            limit :most
            """)
    List<ActivityPages.Row> ofCustomer(UUID organization, UUID customer, int most);
}
