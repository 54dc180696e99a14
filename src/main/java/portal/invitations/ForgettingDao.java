package portal.invitations;

import java.time.Instant;
import java.util.UUID;
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

    @SqlUpdate(
            """
            update invitation_message
            set note = null, email = null, person_id = null, verified_email = null, ip = ''
            where person_id = :person limit 1000
            """)
    int forgetWriter(UUID person);

    @SqlUpdate(
            """
            update invitation set email = null, version = version + 1
            where email = :email and state <> 'open' limit 1000
            """)
    int forgetRecipient(String email);

    @SqlUpdate(
            """
            update invitation_event set detail = regexp_replace(detail, :quoted, :gone)
            where detail regexp :quoted limit 1000
            """)
    int forgetDetail(String quoted, String gone);

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
