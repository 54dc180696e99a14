package portal.invitations;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ReminderDao {
    /** A reminder that is due. */
    record Due(InvitationId id, int reminders) {}

    /** An invitation that ends soon. */
    record Ending(InvitationId id, int version) {}

    @SqlUpdate("update invitation set sent_at = :now where id = :id")
    void sent(InvitationId id, Instant now);

    @SqlQuery("select sent_at, remind, reminders from invitation where id = :id")
    Reminding find(InvitationId id);

    @SqlQuery(InvitationDao.COLUMNS + "where i.id = :id")
    Invitation invitation(InvitationId id);

    /** Sent from here, nobody has looked, written or been reminded within a day, and one of the two times has come. */
    @SqlQuery(
            """
            select i.id, i.reminders from invitation i
            where i.state = 'open' and i.expires_at > :now and i.kind = 'one' and i.remind and i.seen_at is null
              and i.email is not null
              and not exists (select 1 from invitation_party y join organization o on o.id = y.partner_id
                where y.invitation_id = i.id and o.state <> 'active')
              and (i.partnership_id is null
                or exists (select 1 from partnership s where s.id = i.partnership_id and s.state = 'active'))
              and (i.reminders = 0 and i.sent_at <= :firstBefore
                or i.reminders < 2 and i.expires_at <= :endsBefore and i.sent_at <= :dayAgo)
              and not exists (select 1 from invitation_message m
                where m.invitation_id = i.id and m.written_at > i.sent_at)
              and not exists (select 1 from invitation_event e
                where e.invitation_id = i.id and e.kind = 'reminded' and e.happened_at > :dayAgo)
              and exists (select 1 from invitation_link l
                where l.invitation_id = i.id and l.handed_over_by is null and l.dead_at is null
                  and l.secret_sealed is not null)
            order by i.expires_at
            limit 200
            """)
    List<Due> due(Instant firstBefore, Instant endsBefore, Instant dayAgo, Instant now);

    /** Of several nodes one gets the row; the customer may have looked or written since it was found. */
    @SqlUpdate(
            """
            update invitation i set reminders = reminders + 1
            where i.id = :id and i.reminders = :reminders and i.state = 'open' and i.expires_at > :now
              and i.seen_at is null and i.remind
              and (i.partnership_id is null
                or exists (select 1 from partnership s where s.id = i.partnership_id and s.state = 'active'))
              and not exists (select 1 from invitation_message m
                where m.invitation_id = i.id and m.written_at > i.sent_at)
            """)
    int claim(InvitationId id, int reminders, Instant now);

    @SqlUpdate(
            """
            update invitation i set reminders = reminders + 1
            where i.id = :id and i.reminders < 2 and i.state = 'open' and i.expires_at > :now
              and i.sent_at is not null and i.email is not null
              and (i.partnership_id is null
                or exists (select 1 from partnership s where s.id = i.partnership_id and s.state = 'active'))
              and exists (select 1 from invitation_link l
                where l.invitation_id = i.id and l.handed_over_by is null and l.dead_at is null
                  and l.secret_sealed is not null)
            """)
    int claim(InvitationId id, Instant now);

    /** Open ones that end within two days and whose inviter was not told of this end; not those made a moment ago. */
    @SqlQuery(
            """
            select i.id, i.version from invitation i
            where i.state = 'open' and i.expires_at > :now and i.expires_at <= :endsBefore
              and not exists (select 1 from invitation_event e
                where e.invitation_id = i.id
                  and (e.kind = 'expiring' and e.happened_at >= i.expires_at - interval 2 day
                    or e.kind in ('drafted', 'resent') and e.happened_at > :dayAgo))
            order by i.expires_at
            limit 200
            """)
    List<Ending> ending(Instant endsBefore, Instant dayAgo, Instant now);

    @SqlUpdate(
            """
            update invitation set version = version + 1
            where id = :id and version = :version and state = 'open' and expires_at > :now
            """)
    int claimEnding(InvitationId id, int version, Instant now);
}
