package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A standing link: open for every further customer. */
interface StandingDao {
    /** How a customer accepted. */
    record Answer(UUID customerId, UUID personId, Instant acceptedAt) {}

    @SqlQuery(
            """
            select customer_id, person_id, accepted_at from acceptance_evidence
            where invitation_id = :invitation and customer_id = :customer
            """)
    Optional<Answer> answer(InvitationId invitation, UUID customer);

    /** The link must still work; it stays open. That a customer accepts once is said by the evidence's key. */
    @SqlUpdate(
            """
            update invitation set acceptances = acceptances + :more, version = version + 1
            where id = :invitation and kind = 'standing' and state = 'open' and expires_at > :now
              and exists (select 1 from invitation_link l
                where l.secret_digest = :secretDigest and l.invitation_id = :invitation and l.dead_at is null)
            """)
    int count(InvitationId invitation, byte[] secretDigest, int more, Instant now);

    @SqlQuery("select acceptances from invitation where id = :invitation")
    int acceptances(InvitationId invitation);

    @SqlQuery(
            """
            select count(*) from (select 1 from invitation_event e join person p on p.id = e.person_id
              where e.invitation_id = :invitation and e.kind = 'declined' and p.tenant_id = :tenant limit 1) one
            """)
    int declines(InvitationId invitation, UUID tenant);
}
