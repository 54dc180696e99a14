package portal.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface EnrolmentDao {
    @SqlQuery(
            """
            select organization_id, state, submitted_by, submitted_at, version from enrolment
            where organization_id = :id
            """)
    Optional<Enrolment> find(UUID id);

    @SqlUpdate(
            """
            insert into enrolment (organization_id, state, submitted_by, submitted_at)
            values (:id, 'pending', :person, :now)
            """)
    void insert(UUID id, UUID person, Instant now);

    /** What was corrected waits again, behind those that were sent before. */
    @SqlUpdate(
            """
            update enrolment
            set state = 'pending', submitted_by = :person, submitted_at = :now, version = version + 1
            where organization_id = :id and version = :version and state in ('pending', 'declined')
            """)
    int correct(UUID id, int version, UUID person, Instant now);

    /** Of two operators, or an operator and a correction, one gets the row. */
    @SqlUpdate(
            """
            update enrolment set state = :to, version = version + 1
            where organization_id = :id and version = :version and state = :from
            """)
    int decide(UUID id, int version, EnrolmentState from, EnrolmentState to);

    @SqlUpdate(
            """
            insert into enrolment_event (id, organization_id, kind, person_id, reason, happened_at)
            values (:eventId, :id, :kind, :person, :reason, :now)
            """)
    void insertEvent(UUID eventId, UUID id, EnrolmentEvent.Kind kind, UUID person, String reason, Instant now);

    @SqlQuery(
            """
            select e.kind, p.name as person, e.reason, e.happened_at
            from enrolment_event e join person p on p.id = e.person_id
            where e.organization_id = :id
            order by e.id desc
            limit 200
            """)
    List<EnrolmentEvent> events(UUID id);

    @SqlQuery(
            """
            select e.kind, p.name as person, e.reason, e.happened_at
            from enrolment_event e join person p on p.id = e.person_id
            where e.organization_id = :id and e.kind = :kind
            order by e.id desc
            limit 1
            """)
    Optional<EnrolmentEvent> last(UUID id, EnrolmentEvent.Kind kind);

    @SqlUpdate(
            """
            insert ignore into terms_text (digest, version, language, body)
            values (:terms.digest, :terms.version, :terms.language, :terms.body)
            """)
    void keepText(@BindMethods("terms") Terms terms);

    @SqlUpdate(
            """
            insert into terms_acceptance (id, organization_id, person_id, digest, accepted_at, ip, user_agent)
            values (:acceptanceId, :id, :person, :digest, :now, :ip, :userAgent)
            """)
    void insertAcceptance(
            UUID acceptanceId, UUID id, UUID person, byte[] digest, Instant now, String ip, String userAgent);

    @SqlQuery(
            """
            select t.version, t.language, a.digest, p.name as person, a.accepted_at
            from terms_acceptance a join terms_text t on t.digest = a.digest join person p on p.id = a.person_id
            where a.organization_id = :id
            order by a.id desc
            limit 1
            """)
    Optional<TermsAcceptance> lastAcceptance(UUID id);

    @SqlQuery(
            """
            select o.id, o.legal_name as name from organization o
            where o.mpn_id = :mpnId and o.kind = 'partner' and o.id <> :id
            order by o.legal_name
            limit 5
            """)
    List<EnrolmentPages.Namesake> withMpnId(String mpnId, UUID id);
}
