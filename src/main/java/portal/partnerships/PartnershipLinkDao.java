package portal.partnerships;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface PartnershipLinkDao {
    String COLUMNS =
            """
            select organization_id, side, made_by, made_at, expires_at, acceptances from partnership_link
            where dead_at is null and expires_at > :now
            """;

    @SqlQuery(COLUMNS + "and secret_digest = :digest")
    Optional<PartnershipLink> find(byte[] digest, Instant now);

    @SqlQuery(COLUMNS + "and organization_id = :organization and side = :side")
    Optional<PartnershipLink> own(PartnerId organization, Side side, Instant now);

    @SqlUpdate(
            """
            insert into partnership_link (secret_digest, organization_id, side, made_by, made_at, expires_at)
            values (:digest, :organization, :side, :person, :now, :end)
            """)
    void insert(byte[] digest, PartnerId organization, Side side, UUID person, Instant now, Instant end);

    @SqlUpdate(
            """
            update partnership_link set dead_at = :now
            where organization_id = :organization and side = :side and dead_at is null
            """)
    int kill(PartnerId organization, Side side, Instant now);

    /** The link must still work while it makes a partnership. */
    @SqlUpdate(
            """
            update partnership_link set acceptances = acceptances + 1
            where secret_digest = :digest and dead_at is null and expires_at > :now
            """)
    int count(byte[] digest, Instant now);
}
