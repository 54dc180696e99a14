package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
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

    /** A link's copy for showing it again. */
    record Kept(byte[] secretDigest, byte[] secretSealed) {}

    @SqlQuery(
            """
            select secret_digest, secret_sealed from invitation_link
            where secret_digest > :after and secret_sealed is not null
            order by secret_digest limit :most
            """)
    List<Kept> keptAfter(byte[] after, int most);

    @SqlUpdate(
            """
            update invitation_link set secret_sealed = :anew
            where secret_digest = :kept.secretDigest and secret_sealed = :kept.secretSealed
            """)
    int replace(@BindMethods("kept") Kept kept, byte[] anew);

    @SqlUpdate("update invitation_link set secret_sealed = null where secret_sealed is not null limit :most")
    int forget(int most);

    /** Whether a link of the inviter's works. */
    @SqlQuery(
            """
            select count(*) from invitation_link
            where secret_digest = :secretDigest and invitation_id = :invitation and handed_over_by is null
              and dead_at is null
            """)
    boolean works(byte[] secretDigest, InvitationId invitation);

    /** The inviter's own link that works, where it is kept. */
    @SqlQuery(
            """
            select secret_sealed from invitation_link
            where invitation_id = :invitation and handed_over_by is null and dead_at is null
              and secret_sealed is not null
            order by made_at desc limit 1
            """)
    Optional<byte[]> sealedSecret(InvitationId invitation);

    @SqlQuery("select count(*) from invitation_link where secret_digest = :secretDigest and dead_at is null")
    int alive(byte[] secretDigest);
}
