package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Messages are reached through their invitation, and that through its partner or its secret. */
interface MessageDao {
    String COLUMNS =
            """
            select m.id, m.kind, m.note, m.email, p.name as person, m.verified_email, m.tenant_id,
              o.legal_name as company, m.written_at, m.settled_at, s.name as settled_by
            from invitation_message m
              left join person p on p.id = m.person_id
              left join organization o on o.id = m.tenant_id
              left join person s on s.id = m.settled_by
            """;

    /** Open ones first, the newest on top. */
    @SqlQuery(COLUMNS + "where m.invitation_id = :invitation order by m.settled_at is not null, m.id desc limit 100")
    List<Message> of(InvitationId invitation);

    @SqlQuery(COLUMNS + "where m.invitation_id = :invitation and m.id = :id")
    Optional<Message> find(InvitationId invitation, UUID id);

    @SqlQuery(
            """
            select kind from invitation_message where invitation_id = :invitation and settled_at is null
            order by id desc limit 1
            """)
    Optional<MessageKind> newestOpen(InvitationId invitation);

    @SqlQuery(
            """
            select count(*) from (select 1 from invitation_message
              where invitation_id = :invitation and written_at > :since limit 1000) few
            """)
    int written(InvitationId invitation, Instant since);

    @SqlQuery(
            """
            select count(*) from (select 1 from invitation_message
              where invitation_id = :invitation and kind = :kind and written_at > :since limit 1000) few
            """)
    int written(InvitationId invitation, MessageKind kind, Instant since);

    @SqlQuery(
            """
            select count(*) from (select 1 from invitation_message
              where invitation_id = :invitation and kind = 'release' and tenant_id = :tenant and settled_at is null
              limit 1) few
            """)
    int releasesAsked(InvitationId invitation, UUID tenant);

    /** Every verb about messages writes the invitation's row, so that they happen one after the other. */
    @SqlUpdate(
            """
            update invitation set version = version + 1
            where id = :invitation and state in ('open', 'expired') and (expires_at > :now) = :open
            """)
    int enter(InvitationId invitation, boolean open, Instant now);

    @SqlUpdate("update invitation set version = version + 1 where id = :invitation")
    int enter(InvitationId invitation);

    @SqlUpdate(
            """
            insert into invitation_message
              (id, invitation_id, kind, note, email, verified_email, person_id, tenant_id, ip, written_at)
            values (:id, :invitation, :kind, :note, :email, :verifiedEmail, :person, :tenant, :ip, :now)
            """)
    void insert(
            UUID id,
            InvitationId invitation,
            MessageKind kind,
            String note,
            String email,
            String verifiedEmail,
            UUID person,
            UUID tenant,
            String ip,
            Instant now);

    @SqlUpdate(
            """
            update invitation_message set settled_at = :now, settled_by = :person
            where id = :id and invitation_id = :invitation and settled_at is null
            """)
    int settle(InvitationId invitation, UUID id, UUID person, Instant now);

    @SqlUpdate(
            """
            update invitation_message set settled_at = :now, settled_by = :person
            where invitation_id = :invitation and kind = :kind and settled_at is null
              and (:tenant is null or tenant_id = :tenant)
            """)
    int settleAll(InvitationId invitation, MessageKind kind, UUID tenant, UUID person, Instant now);
}
