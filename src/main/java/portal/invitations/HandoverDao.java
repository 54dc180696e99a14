package portal.invitations;

import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface HandoverDao {
    /** Links made for colleagues that work. */
    @SqlQuery(
            """
            select count(*) from invitation_link
            where invitation_id = :invitation and handed_over_by is not null and dead_at is null
            """)
    int alive(InvitationId invitation);

    @SqlQuery(
            """
            select exists (select 1 from invitation_link
              where secret_digest = :secretDigest and invitation_id = :invitation and handed_over_by = :person
                and dead_at is null)
            """)
    boolean made(byte[] secretDigest, InvitationId invitation, UUID person);
}
