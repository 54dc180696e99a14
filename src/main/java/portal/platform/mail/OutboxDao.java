package portal.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OutboxDao {
    /** A mail that is due. */
    record Due(UUID id, Instant dueAt) {}

    /** What is needed to send it. */
    record Row(
            UUID id,
            String messageId,
            String recipient,
            String replyTo,
            String senderName,
            String subject,
            String textBody,
            String htmlBody,
            byte[] linkSealed,
            UUID invitationId,
            Instant createdAt,
            int attempts) {}

    @SqlUpdate(
            """
            insert into outbox_mail
              (id, message_id, kind, recipient, reply_to, sender_name, language, subject, text_body, html_body,
               link_sealed, invitation_id, person_id, created_at, due_at)
            values
              (:id, :messageId, :email.kind, :email.recipient, :email.replyTo, :email.sender, :email.language,
               :email.subject, :email.text, :email.html, :linkSealed, :email.invitation, :email.person, :now, :now)
            """)
    void insert(UUID id, String messageId, @BindMethods("email") Email email, byte[] linkSealed, Instant now);

    @SqlQuery("select id, due_at from outbox_mail where due_at <= :now order by due_at limit 20")
    List<Due> due(Instant now);

    @SqlUpdate(
            """
            update outbox_mail set due_at = :leaseEnd, attempts = attempts + 1
            where id = :id and due_at = :dueAt
            """)
    int claim(UUID id, Instant dueAt, Instant leaseEnd);

    @SqlQuery(
            """
            select id, message_id, recipient, reply_to, sender_name, subject, text_body, html_body, link_sealed,
              invitation_id, created_at, attempts
            from outbox_mail where id = :id
            """)
    Optional<Row> find(UUID id);

    @SqlUpdate(
            """
            update outbox_mail
            set sent_at = :now, due_at = null, link_sealed = null, last_error = null, erase_at = :eraseAt
            where id = :id and due_at = :lease
            """)
    int sent(UUID id, Instant lease, Instant now, Instant eraseAt);

    /** The link of a mail that has not left. */
    record Kept(UUID id, byte[] linkSealed) {}

    @SqlQuery(
            """
            select id, link_sealed from outbox_mail
            where id > :after and link_sealed is not null
            order by id limit :most
            """)
    List<Kept> keptAfter(UUID after, int most);

    @SqlUpdate("update outbox_mail set link_sealed = :anew where id = :kept.id and link_sealed = :kept.linkSealed")
    int replace(@BindMethods("kept") Kept kept, byte[] anew);

    @SqlUpdate("update outbox_mail set due_at = :dueAt, last_error = :error where id = :id and due_at = :lease")
    int postpone(UUID id, Instant lease, Instant dueAt, String error);

    @SqlUpdate(
            """
            update outbox_mail
            set refused_at = :now, due_at = null, last_error = :error, erase_at = :eraseAt
            where id = :id and due_at = :lease
            """)
    int refused(UUID id, Instant lease, Instant now, String error, Instant eraseAt);

    @SqlUpdate(
            """
            update outbox_mail
            set due_at = null, link_sealed = null, last_error = 'withdrawn', erase_at = :now, given_up_at = :now
            where invitation_id = :invitation and sent_at is null and given_up_at is null
            """)
    int withdraw(UUID invitation, Instant now);

    @SqlQuery(
            """
            select count(*) from (select 1 from outbox_mail
              where recipient = :recipient and created_at > :since limit 1000) few
            """)
    int sentTo(String recipient, Instant since);

    @SqlQuery(
            """
            select count(*) from (select 1 from outbox_mail
              where person_id = :person and created_at > :since limit 1000) few
            """)
    int sentBy(UUID person, Instant since);

    /** How much mail waits (counted to 10,000), and since when the first of it has been due. */
    record Waiting(int mails, Instant since) {}

    @SqlQuery(
            """
            select count(*) as mails, min(due_at) as since from (select due_at from outbox_mail
              where due_at is not null order by due_at limit 10000) few
            """)
    Waiting waiting();

    @SqlUpdate(
            """
            update outbox_mail
            set text_body = null, html_body = null, link_sealed = null, last_error = null, erase_at = null
            where erase_at < :now limit 1000
            """)
    int eraseBodies(Instant now);

    @SqlQuery(
            """
            select id, kind, recipient, created_at, attempts, due_at, refused_at, last_error,
              text_body is not null as retryable
            from outbox_mail where stuck = 1 and id < :before
            order by id desc limit :most
            """)
    List<StuckMail> stuck(UUID before, int most);

    @SqlQuery(
            """
            select id, kind, recipient, created_at, attempts, due_at, refused_at, last_error,
              text_body is not null as retryable
            from outbox_mail where stuck = 1 and id = :id
            """)
    Optional<StuckMail> stuck(UUID id);

    @SqlUpdate(
            """
            update outbox_mail set refused_at = null, attempts = 0, due_at = :now, erase_at = null
            where id = :id and stuck = 1 and text_body is not null
            """)
    int retry(UUID id, Instant now);

    @SqlUpdate(
            """
            update outbox_mail
            set given_up_at = :now, refused_at = coalesce(refused_at, :now), due_at = null, link_sealed = null,
              erase_at = :now
            where id = :id and stuck = 1
            """)
    int giveUp(UUID id, Instant now);

    @SqlUpdate(
            """
            update outbox_mail
            set recipient = '-', subject = '-', text_body = null, html_body = null, link_sealed = null, due_at = null,
              last_error = null, erase_at = null, given_up_at = if(sent_at is null, :now, given_up_at)
            where recipient = :recipient limit 1000
            """)
    int forget(String recipient, Instant now);
}
