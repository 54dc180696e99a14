package portal.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface AgreementVersionDao {
    String COLUMNS =
            """
            select a.id, a.version, a.country, a.effective_from, a.required_from,
              (select group_concat(t.language order by t.language = 'en' desc, t.language) from agreement_text t
               where t.agreement_id = a.id) as languages,
              p.name as added_by, a.added_at
            from agreement a left join person p on p.id = a.added_by
            """;

    @SqlQuery(COLUMNS + "order by a.effective_from desc, a.id desc limit 500")
    List<AgreementVersion> all();

    @SqlQuery(COLUMNS + "where a.id = :id")
    Optional<AgreementVersion> find(UUID id);

    @SqlQuery(
            """
            select a.id, a.version, a.country, t.language, t.title, t.body, t.digest
            from agreement a join agreement_text t on t.agreement_id = a.id
            where a.id = :id
            order by t.language = 'en' desc, t.language
            """)
    List<Agreement> texts(UUID id);

    @SqlUpdate(
            """
            insert into agreement (id, version, country, effective_from, required_from, added_by, added_at)
            values (:id, :version, :country, :effectiveFrom, :requiredFrom, :person, :now)
            """)
    void insert(
            UUID id,
            String version,
            String country,
            Instant effectiveFrom,
            Instant requiredFrom,
            UUID person,
            Instant now);

    @SqlUpdate(
            """
            insert into agreement_text (agreement_id, language, title, body, digest)
            values (:id, :language, :title, :body, :digest)
            """)
    void insertText(@BindMethods Agreement text);
}
