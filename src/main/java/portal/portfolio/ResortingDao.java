package portal.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface ResortingDao {
    /** A partner whose rows shall be sorted anew. */
    record Asked(PartnerId partnerId, Instant askedAt) {}

    /** A row to be sorted anew. */
    record Named(UUID id, String name, Instant since) {}

    @SqlUpdate(
            """
            insert into portfolio_resorting (partner_id, asked_at) values (:partner, :now)
            on duplicate key update asked_at = values(asked_at)
            """)
    void ask(PartnerId partner, Instant now);

    @SqlQuery(
            "select partner_id, asked_at from portfolio_resorting where asked_at <= :before order by asked_at limit 100")
    List<Asked> asked(Instant before);

    @SqlUpdate("delete from portfolio_resorting where partner_id = :asked.partnerId and asked_at = :asked.askedAt")
    void done(@org.jdbi.v3.sqlobject.customizer.BindMethods("asked") Asked asked);

    @SqlQuery(
            """
            select id, name, since from portfolio_entry
            where partner_id = :partner and listed = :listed and (since > :since or (since = :since and id > :after))
            order by since, id
            limit :limit
            """)
    List<Named> rows(PartnerId partner, boolean listed, Instant since, UUID after, int limit);

    /** A row that was renamed meanwhile got its key with its name. */
    @SqlUpdate("update portfolio_entry set name_key = :key where id = :id and name = :name")
    int setKey(UUID id, String name, byte[] key);

    @SqlUpdate("update portfolio_label set name_key = :key where entry_id = :id")
    void setLabelKeys(UUID id, byte[] key);

    @SqlQuery("select partner_id from portfolio_entry where partner_id > :after order by partner_id limit 1")
    List<PartnerId> next(UUID after);
}
