package portal.subscriptions;

import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface DesignationDao {
    @SqlUpdate(
            """
            update subscription set support_contact_id = :contact, version = version + 1
            where id = :subscription and version = :version and state <> 'ended'
            """)
    int designate(UUID subscription, PartnerId contact, int version);
}
