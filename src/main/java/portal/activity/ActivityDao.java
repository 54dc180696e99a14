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

    @SqlUpdate(
            """
            update activity_entry
            set subject = regexp_replace(subject, :quoted, :gone),
              old_value = regexp_replace(old_value, :quoted, :gone),
              new_value = regexp_replace(new_value, :quoted, :gone)
            where subject regexp :quoted or old_value regexp :quoted or new_value regexp :quoted
            limit 1000
            """)
    int forget(String quoted, String gone);

    @SqlUpdate("update activity_entry set subject = :gone where customer_id = :customer and subject = :name limit 1000")
    int forgetNamed(UUID customer, String name, String gone);

    /** At most twenty that are called so, or have the domain. */
    @SqlQuery(
            """
            select id from organization where legal_name = :named
            union select id from organization where domain = :named
            limit 20
            """)
    List<UUID> organizations(String named);

    /** The organization's people, and one more whose deeds stand in its log. */
    @SqlQuery(
            """
            (select id, name from person where tenant_id = :organization order by name, id limit 200)
            union
            (select p.id, p.name from person p
              where p.id = :asked and exists (
                select 1 from activity_entry a where a.organization_id = :organization and a.person_id = p.id))
            order by name, id
            """)
    List<ActivityPages.Someone> people(UUID organization, UUID asked);

    @SqlUpdate("delete from activity_entry where happened_at < :before limit 1000")
    int forget(Instant before);

    @SqlQuery(
            """
            select a.id, a.happened_at, a.action, a.person_id, p.name as person, a.customer_id,
              c.legal_name as customer, a.subject, a.old_value, a.new_value
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
            select a.id, a.happened_at, a.action, a.person_id, p.name as person, a.customer_id,
              c.legal_name as customer, a.subject, a.old_value, a.new_value
            from activity_entry a
              left join person p on p.id = a.person_id
              left join organization c on c.id = a.customer_id
            where a.organization_id = :organization and a.customer_id = :customer
            order by a.id desc
            limit :most
            """)
    List<ActivityPages.Row> ofCustomer(UUID organization, UUID customer, int most);
}
