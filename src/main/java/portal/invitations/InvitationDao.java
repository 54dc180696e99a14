package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;
import portal.platform.texts.Language;

interface InvitationDao {
    String COLUMNS =
            """
            select i.id, i.kind, i.state as stored_state, i.cloud, i.company, i.domain, i.email, i.language, i.note,
              i.created_by, i.created_at, i.validity_days, i.expires_at, i.customer_id, i.answered_by,
              i.answered_at, i.reason, i.version, i.won_through, i.acceptances, i.sent_at, i.remind, i.reminders,
              i.addressee_id, i.partnership_id
            from invitation i
            """;

    @SqlQuery(
            COLUMNS
                    + """
            where i.id = :id
              and exists (select 1 from invitation_party p where p.invitation_id = i.id and p.partner_id = :partner)
            """)
    Optional<Invitation> find(PartnerId partner, UUID id);

    /** One that the partner made itself, and not one in which it is only named. */
    @SqlQuery(
            COLUMNS
                    + """
            where i.id = :id
              and exists (select 1 from invitation_party p
                where p.invitation_id = i.id and p.partner_id = :partner and p.inviter)
            """)
    Optional<Invitation> findOwn(PartnerId partner, UUID id);

    /** The secret is the owner's proof, as the partner's id is elsewhere. */
    @SqlQuery(
            COLUMNS
                    + "join invitation_link l on l.invitation_id = i.id where l.secret_digest = :secretDigest and l.dead_at is null")
    Optional<Invitation> findBySecret(byte[] secretDigest);

    /**
     * The same, held for one who is about to answer: it waits for whoever is changing the invitation or its links, so
     * that what is seen stays so until the answer.
     */
    @SqlQuery(
            COLUMNS
                    + """
            join invitation_link l on l.invitation_id = i.id
            where l.secret_digest = :secretDigest and l.dead_at is null
            for update
            """)
    Optional<Invitation> holdBySecret(byte[] secretDigest);

    @SqlQuery(COLUMNS + "where i.state = 'open' and i.expires_at <= :now order by i.expires_at limit 200")
    List<Invitation> overdue(Instant now);

    @SqlQuery(
            """
            select partner_id, capacity, inviter, delegated_admin from invitation_party
            where invitation_id = :id order by inviter desc, capacity
            """)
    List<Party> parties(InvitationId id);

    /** The same with what they have of a customer; null for none. */
    @SqlQuery(
            """
            select p.partner_id, p.capacity, p.inviter, p.delegated_admin, r.began_at as since,
              g.id is not null as privileged, ifnull(g.global_admin, false) as global_admin
            from invitation_party p
              left join relationship r
                on r.partner_id = p.partner_id and r.customer_id = :customer and r.capacity = p.capacity
                  and r.still_open = 1
              left join delegated_admin_grant g
                on g.partner_id = p.partner_id and g.customer_id = :customer and g.still_open = 1
            where p.invitation_id = :id
            order by p.inviter desc, p.capacity
            """)
    List<PartyToday> partiesToday(InvitationId id, UUID customer);

    @SqlQuery("select language, subject, body, saved_at, version from invitation_draft where invitation_id = :id")
    Draft draft(InvitationId id);

    @SqlQuery(
            """
            select e.kind, p.name as person, e.detail, e.happened_at
            from invitation_event e left join person p on p.id = e.person_id
            where e.invitation_id = :id
            order by e.id desc
            limit 200
            """)
    List<InvitationEvent> events(InvitationId id);

    @SqlQuery(
            """
            select count(*) from (select 1 from invitation_party
              where partner_id = :partner and closed_at is null limit 1000) few
            """)
    int open(PartnerId partner);

    @SqlUpdate(
            """
            insert into invitation
              (id, kind, state, cloud, company, domain, email, language, note, won_through, created_by, created_at,
               validity_days, expires_at, addressee_id, partnership_id)
            values
              (:i.id, :i.kind, :i.storedState, :i.cloud, :i.company, :i.domain, :i.email, :i.language, :i.note,
               :i.wonThrough, :i.createdBy, :i.createdAt, :i.validityDays, :i.expiresAt, :i.addresseeId,
               :i.partnershipId)
            """)
    void insert(@BindMethods("i") Invitation i);

    @SqlUpdate(
            """
            insert into invitation_party (invitation_id, partner_id, capacity, inviter, delegated_admin)
            values (:id, :p.partnerId, :p.capacity, :p.inviter, :p.delegatedAdmin)
            """)
    void insertParty(InvitationId id, @BindMethods("p") Party p);

    @SqlUpdate(
            """
            insert into invitation_draft (invitation_id, language, subject, body, saved_at)
            values (:id, :draft.language, :draft.subject, :draft.body, :draft.savedAt)
            on duplicate key update language = values(language), subject = values(subject), body = values(body),
              saved_at = values(saved_at), version = version + 1
            """)
    void saveDraft(InvitationId id, @BindMethods("draft") Draft draft);

    /** Takes one turn at the draft; whoever saw an older one gets no row. */
    @SqlUpdate("update invitation_draft set version = version + 1 where invitation_id = :id and version = :version")
    int takeTurn(InvitationId id, int version);

    @SqlUpdate(
            """
            update invitation set version = version + 1 where id = :id and state = 'open' and expires_at > :now
            """)
    int whileOpen(InvitationId id, Instant now);

    @SqlUpdate("update invitation set language = :language, version = version + 1 where id = :id")
    void setLanguage(InvitationId id, Language language);

    @SqlUpdate(
            """
            insert into invitation_event (id, invitation_id, kind, person_id, detail, happened_at)
            values (:eventId, :id, :kind, :person, :detail, :now)
            """)
    void insertEvent(UUID eventId, InvitationId id, InvitationEvent.Kind kind, UUID person, String detail, Instant now);

    @SqlUpdate("update invitation set seen_at = :now where id = :id and seen_at is null")
    int seen(InvitationId id, Instant now);

    /** Of two clicks or two administrators one gets the row; the secret must still be the one that was followed. */
    @SqlUpdate(
            """
            update invitation
            set state = :state, customer_id = :customer, answered_by = :person, answered_at = :now, reason = :reason,
              version = version + 1
            where id = :id and state = 'open' and expires_at > :now
              and exists (select 1 from invitation_link l
                where l.secret_digest = :secretDigest and l.invitation_id = :id and l.dead_at is null)
            """)
    int answer(
            InvitationId id,
            byte[] secretDigest,
            InvitationState state,
            UUID customer,
            UUID person,
            String reason,
            Instant now);

    @SqlUpdate(
            """
            update invitation set state = 'revoked', answered_at = :now, reason = :reason, version = version + 1
            where id = :id and state in ('open', 'expired')
            """)
    int revoke(InvitationId id, String reason, Instant now);

    @SqlUpdate(
            """
            update invitation set state = 'expired', version = version + 1
            where id = :id and state = 'open' and expires_at <= :now
            """)
    int expire(InvitationId id, Instant now);

    @SqlUpdate(
            """
            update invitation
            set state = 'open', expires_at = :expiresAt, seen_at = null, sent_at = null, reminders = 0,
              version = version + 1
            where id = :id and version = :version and state in ('open', 'expired')
            """)
    int renew(InvitationId id, int version, Instant expiresAt);

    /** After every change of the state; open parties have no time of closing. */
    @SqlUpdate(
            """
            update invitation_party p join invitation i on i.id = p.invitation_id
            set p.closed_at = :closedAt, p.state = i.state
            where p.invitation_id = :id
            """)
    void closeParties(InvitationId id, Instant closedAt);
}
