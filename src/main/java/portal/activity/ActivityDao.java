package portal.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethodsList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ActivityDao {
    /** A deed in the log of an organization. */
    record Entry(
            UUID id,
            UUID organization,
            Action action,
            UUID person,
            UUID customer,
            String subject,
            String oldValue,
            String newValue,
            UUID subjectId,
            Instant happenedAt) {}

    /** All in one statement, which a cluster takes back as a whole. */
    @SqlUpdate(
            """
            insert into activity_entry
              (id, organization_id, action, person_id, customer_id, subject, old_value, new_value, subject_id, happened_at)
            values <entries>
            """)
    void insert(
            @BindMethodsList(
                            methodNames = {
                                "id",
                                "organization",
                                "action",
                                "person",
                                "customer",
                                "subject",
                                "oldValue",
                                "newValue",
                                "subjectId",
                                "happenedAt"
                            })
                    List<Entry> entries);

    @SqlQuery(
            """
            select id from (select id from activity_entry where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> windowEnd(UUID after, int rows);

    @SqlQuery(
            """
            select id from activity_entry
            where id > :after and id <= :end
              and (subject regexp :address or old_value regexp :address or new_value regexp :address)
            """)
    List<UUID> naming(String address, UUID after, UUID end);

    @SqlUpdate(
            """
            update activity_entry
            set subject = left(regexp_replace(subject, :address, :gone), 200),
              old_value = left(regexp_replace(old_value, :address, :gone), 500),
              new_value = left(regexp_replace(new_value, :address, :gone), 500)
            where id in (<ids>)
            """)
    int forget(@BindList("ids") List<UUID> ids, String address, String gone);

    @SqlQuery(
            """
            select id from activity_entry
            where id > :after and id <= :end and customer_id = :customer and subject = :name
            """)
    List<UUID> withSubject(UUID customer, String name, UUID after, UUID end);

    @SqlUpdate("update activity_entry set subject = :gone where id in (<ids>)")
    int forgetSubject(@BindList("ids") List<UUID> ids, String gone);

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
