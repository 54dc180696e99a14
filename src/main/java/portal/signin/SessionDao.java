package portal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.texts.Language;

interface SessionDao {
    /** A session with its person and, where the tenant is known, the organization. */
    record Row(
            UUID personId,
            String roles,
            byte[] csrfSecret,
            Instant lastSeenAt,
            UUID tenantId,
            String name,
            String email,
            String phone,
            String verifiedDomain,
            Language language,
            String theme,
            String timeZone,
            OrganizationKind kind,
            OrganizationState state,
            String legalName,
            String domain,
            String country,
            Cloud cloud,
            Language organizationLanguage,
            int organizationVersion,
            String capacities) {}

    /** What is kept while the person is at the provider. */
    record Attempt(String state, String nonce, String codeVerifier, byte[] returnTo) {}

    @SqlQuery(
            """
            select s.person_id, s.roles, s.csrf_secret, s.last_seen_at, s.tenant_id, p.name, p.email, p.phone,
              s.verified_domain, p.language, p.theme, coalesce(p.time_zone, o.time_zone) as time_zone, o.kind, o.state, o.legal_name,
              o.domain, o.country, o.cloud, o.language as organization_language,
              ifnull(o.version, 0) as organization_version,
              (select group_concat(c.capacity) from organization_capacity c where c.organization_id = o.id)
                as capacities
            from session s
              join person p on p.id = s.person_id
              left join organization o on o.id = s.tenant_id
            where s.digest = :digest and s.ends_at > :now and s.last_seen_at > :idleSince
            """)
    Optional<Row> find(byte[] digest, Instant now, Instant idleSince);

    @SqlUpdate("update session set last_seen_at = :now where digest = :digest")
    void seen(byte[] digest, Instant now);

    @SqlUpdate(
            """
            insert into session
              (digest, id, person_id, tenant_id, verified_domain, roles, csrf_secret, provider_session, ip, user_agent,
               created_at, last_seen_at, ends_at)
            values
              (:digest, :id, :person, :tenant, :domain, :roles, :csrfSecret, :providerSession, :device.ip,
               :device.userAgent, :now, :now, :endsAt)
            """)
    void insert(
            byte[] digest,
            UUID id,
            UUID person,
            UUID tenant,
            String domain,
            String roles,
            byte[] csrfSecret,
            String providerSession,
            @BindMethods("device") Session.Device device,
            Instant now,
            Instant endsAt);

    @SqlQuery(
            """
            select id, digest, ip, user_agent, created_at, last_seen_at from session
            where person_id = :person and ends_at > :now and last_seen_at > :idleSince and id is not null
            order by last_seen_at desc
            limit 100
            """)
    List<Session> ofPerson(UUID person, Instant now, Instant idleSince);

    @SqlUpdate("delete from session where person_id = :person and id = :id")
    int delete(UUID person, UUID id);

    @SqlUpdate("delete from session where person_id = :person and digest <> :digest")
    int deleteOthers(UUID person, byte[] digest);

    @SqlUpdate(
            """
            delete s from session s join person p on p.id = s.person_id
            where s.provider_session = :session and p.issuer = :issuer and s.created_at <= :latest
            """)
    int deleteOfProvider(String issuer, String session, Instant latest);

    @SqlUpdate(
            """
            delete s from session s join person p on p.id = s.person_id
            where p.issuer = :issuer and p.subject = :subject and s.created_at <= :latest
            """)
    int deleteOfSubject(String issuer, String subject, Instant latest);

    @SqlUpdate("insert into session_token (session_digest, id_token) values (:digest, :idToken)")
    void insertToken(byte[] digest, byte[] idToken);

    @SqlQuery("select id_token from session_token where session_digest = :digest")
    Optional<byte[]> token(byte[] digest);

    @SqlUpdate("delete from session where digest = :digest")
    void delete(byte[] digest);

    @SqlUpdate("delete from session where ends_at < :now limit 1000")
    int deleteEnded(Instant now);

    @SqlUpdate("delete from session where last_seen_at < :idleSince limit 1000")
    int deleteIdle(Instant idleSince);

    @SqlUpdate(
            """
            insert into sign_in_attempt (digest, state, nonce, code_verifier, return_to, ends_at)
            values (:digest, :attempt.state, :attempt.nonce, :attempt.codeVerifier, :attempt.returnTo, :endsAt)
            """)
    void insertAttempt(byte[] digest, @BindMethods("attempt") Attempt attempt, Instant endsAt);

    @SqlQuery(
            """
            select state, nonce, code_verifier, return_to from sign_in_attempt
            where digest = :digest and ends_at > :now
            """)
    Optional<Attempt> attempt(byte[] digest, Instant now);

    @SqlUpdate("delete from sign_in_attempt where digest = :digest")
    int deleteAttempt(byte[] digest);

    @SqlUpdate("delete from sign_in_attempt where ends_at < :now limit 1000")
    int deleteEndedAttempts(Instant now);
}
