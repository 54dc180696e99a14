package portal.endings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;
import portal.platform.texts.Language;

interface NoticeDao {
    @SqlUpdate(
            """
            insert into termination_notice (removal_id, language, subject, body)
            values (:removal, :language, :subject, :body)
            """)
    void insert(UUID removal, Language language, String subject, String body);

    @SqlQuery(
            """
            select n.removal_id, n.language, n.subject, n.body, n.recipient, n.sent_at, n.version
            from termination_notice n join removal r on r.id = n.removal_id
            where r.partner_id = :partner and n.removal_id = :removal
            """)
    Optional<TerminationNotice> find(PartnerId partner, UUID removal);

    @SqlUpdate(
            """
            update termination_notice
            set subject = :form.subject, body = :form.body, recipient = nullif(:form.recipient, ''),
              version = version + 1
            where removal_id = :removal and version = :version and sent_at is null
            """)
    int save(UUID removal, int version, @BindMethods("form") NoticeForm form);

    @SqlUpdate(
            """
            update termination_notice set sent_at = :now, sent_by = :person
            where removal_id = :removal and sent_at is null
            """)
    int sent(UUID removal, UUID person, Instant now);

    @SqlUpdate(
            """
            update termination_notice set recipient = null
            where recipient = :recipient and sent_at is not null limit 1000
            """)
    int forget(String recipient);
}
