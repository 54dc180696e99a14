package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ReleaseDao {
    @SqlQuery(
            """
            select exists (select 1 from invitation_release
              where invitation_id = :invitation and tenant_id = :tenant)
            """)
    boolean released(InvitationId invitation, UUID tenant);

    @SqlUpdate(
            """
            insert into invitation_release (invitation_id, tenant_id, released_by, released_at)
            values (:invitation, :tenant, :person, :now)
            on duplicate key update tenant_id = values(tenant_id)
            """)
    void insert(InvitationId invitation, UUID tenant, UUID person, Instant now);
}
