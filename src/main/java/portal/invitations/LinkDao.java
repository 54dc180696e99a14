package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface LinkDao {
    @SqlUpdate(
            """
            insert into invitation_link (secret_digest, invitation_id, secret_sealed, handed_over_by, made_at)
            values (:secretDigest, :invitation, :secretSealed, :handedOverBy, :now)
            """)
    void insert(byte[] secretDigest, InvitationId invitation, byte[] secretSealed, UUID handedOverBy, Instant now);

    @SqlUpdate("update invitation_link set dead_at = :now where invitation_id = :invitation and dead_at is null")
    int killAll(InvitationId invitation, Instant now);

    /** The inviter's own link that works. */
    @SqlQuery(
            """
            select secret_sealed from invitation_link
            where invitation_id = :invitation and handed_over_by is null and dead_at is null
            order by made_at desc limit 1
            """)
    Optional<byte[]> sealedSecret(InvitationId invitation);
}
