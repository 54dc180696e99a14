package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ForgettingDao {
    @SqlUpdate(
            """
            update invitation set email = null, note = null, version = version + 1
            where state in ('accepted', 'declined', 'revoked', 'expired') and expires_at < :before
              and (email is not null or note is not null)
            limit 1000
            """)
    int forgetRecipients(Instant before);

    @SqlQuery(
            """
            select id from (select id from invitation_message where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> messagesEnd(UUID after, int rows);

    @SqlQuery("select id from invitation_message where id > :after and id <= :end and person_id = :person")
    List<UUID> messagesBy(UUID person, UUID after, UUID end);

    @SqlUpdate(
            """
            update invitation_message
            set note = null, email = null, person_id = null, verified_email = null, ip = ''
            where id in (<ids>)
            """)
    int forgetMessages(@BindList("ids") List<UUID> ids);

    @SqlQuery(
            """
            select id from (select id from invitation where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> invitationsEnd(UUID after, int rows);

    @SqlQuery("select id from invitation where id > :after and id <= :end and email = :email and state <> 'open'")
    List<UUID> endedTo(String email, UUID after, UUID end);

    @SqlUpdate("update invitation set email = null, version = version + 1 where id in (<ids>) and email = :email")
    int forgetRecipient(@BindList("ids") List<UUID> ids, String email);

    @SqlQuery(
            """
            select id from (select id from invitation_event where id > :after order by id limit :rows) few
            order by id desc limit 1
            """)
    Optional<UUID> eventsEnd(UUID after, int rows);

    @SqlQuery("select id from invitation_event where id > :after and id <= :end and detail regexp :address")
    List<UUID> eventsNaming(String address, UUID after, UUID end);

    @SqlUpdate(
            """
            update invitation_event set detail = left(regexp_replace(detail, :address, :gone), 500)
            where id in (<ids>)
            """)
    int forgetDetail(@BindList("ids") List<UUID> ids, String address, String gone);

    /** Addresses mail went to, and what their servers said. */
    @SqlUpdate(
            """
            update invitation_event set detail = null
            where id in (select id from (
              select e.id from invitation_event e join invitation i on i.id = e.invitation_id
              where i.state <> 'open' and i.expires_at < :before and e.detail is not null
                and e.kind in ('sent', 'delivered', 'refused', 'reminded', 'details-edited')
              limit 1000) few)
            """)
    int forgetDetails(Instant before);

    @SqlUpdate(
            """
            update invitation_message
            set note = null, email = null, person_id = null, verified_email = null, ip = ''
            where id in (select id from (
              select m.id from invitation_message m join invitation i on i.id = m.invitation_id
              where i.state <> 'open' and i.expires_at < :before and m.ip <> ''
              limit 1000) few)
            """)
    int forgetMessages(Instant before);
}
