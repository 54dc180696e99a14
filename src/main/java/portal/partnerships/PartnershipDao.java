package portal.partnerships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;
import portal.platform.texts.Language;

interface PartnershipDao {
    String COLUMNS =
            """
            select p.id, p.provider_id, p.reseller_id, p.asked_by, p.asked_by_person, p.asked_at, p.state, p.accepted_at,
              p.statement_version, p.ended_side, p.ended_at, p.reason, p.version
            from partnership p
            """;

    @SqlQuery(COLUMNS + "where p.id = :id and :partner in (p.provider_id, p.reseller_id)")
    Optional<Partnership> find(PartnerId partner, UUID id);

    @SqlQuery(COLUMNS + "where p.provider_id = :provider and p.reseller_id = :reseller and p.still_open = 1")
    Optional<Partnership> open(PartnerId provider, PartnerId reseller);

    @SqlQuery(
            """
            select o.legal_name from partnership p join organization o on o.id = p.provider_id
            where p.reseller_id = :reseller and p.still_open = 1 and p.state = 'active'
            order by p.id
            limit 100
            """)
    List<String> providers(PartnerId reseller);

    @SqlQuery("select count(*) from partnership where id = :id and state = 'active'")
    int active(UUID id);

    @SqlUpdate("update partnership set version = version + 1 where id = :id and state = 'active'")
    int touch(UUID id);

    @SqlUpdate(
            """
            insert into partnership (id, provider_id, reseller_id, asked_by, asked_by_person, asked_at, state)
            values (:p.id, :p.providerId, :p.resellerId, :p.askedBy, :p.askedByPerson, :p.askedAt, :p.state)
            """)
    void insert(@BindMethods("p") Partnership p);

    /** Of an acceptance, a refusal and a withdrawal at the same moment one gets the row. */
    @SqlUpdate(
            """
            update partnership
            set state = 'active', accepted_by = :person, accepted_at = :now, statement_version = :statementVersion,
              statement_language = :statementLanguage, statement_digest = :statementDigest, version = version + 1
            where id = :id and state = 'asked'
            """)
    int accept(
            UUID id,
            UUID person,
            String statementVersion,
            Language statementLanguage,
            byte[] statementDigest,
            Instant now);

    @SqlUpdate(
            """
            update partnership
            set state = :to, ended_side = :side, ended_by = :person, ended_at = :now, reason = :reason,
              version = version + 1
            where id = :id and state = :from
            """)
    int close(UUID id, PartnershipState from, PartnershipState to, Side side, UUID person, String reason, Instant now);
}
