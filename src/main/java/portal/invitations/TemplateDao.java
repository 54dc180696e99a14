package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;
import portal.platform.texts.Language;

interface TemplateDao {
    String COLUMNS =
            """
            select t.language, t.subject, t.body, t.body_relationship_only, t.short_body, p.name as saved_by,
              t.saved_at, t.version
            from draft_template t join person p on p.id = t.saved_by
            """;

    @SqlQuery(COLUMNS + "where t.organization_id = :partner and t.language = :language")
    Optional<OwnTemplate> find(PartnerId partner, Language language);

    @SqlQuery(COLUMNS + "where t.organization_id = :partner")
    List<OwnTemplate> all(PartnerId partner);

    @SqlUpdate(
            """
            insert into draft_template (organization_id, language, subject, body, body_relationship_only, short_body,
              saved_by, saved_at, version)
            values (:partner, :t.language, :t.subject, :t.body, :t.bodyRelationshipOnly, :t.shortBody, :person, :now,
              :version)
            """)
    int insert(PartnerId partner, @BindMethods("t") TemplateText t, UUID person, int version, Instant now);

    @SqlUpdate(
            """
            update draft_template
            set subject = :t.subject, body = :t.body, body_relationship_only = :t.bodyRelationshipOnly,
              short_body = :t.shortBody, saved_by = :person, saved_at = :now, version = version + 1
            where organization_id = :partner and language = :t.language and version = :version
            """)
    int update(PartnerId partner, @BindMethods("t") TemplateText t, UUID person, int version, Instant now);

    @SqlUpdate(
            """
            delete from draft_template
            where organization_id = :partner and language = :language and version = :version
            """)
    int delete(PartnerId partner, Language language, int version);
}
