package portal.operating;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import portal.platform.database.Database;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;
import portal.signin.Person;

/**
 * All that is kept of a person, as a file: one line per value, under the names the database has for it. Secrets and the
 * texts of mails are not in it.
 */
record PersonFile(Database database, Texts texts, Person person) {
    private static final int MOST = 10_000;

    /** What is read by the person's id: what somebody did. */
    private static final Map<String, String> BY_ID = Map.ofEntries(
            Map.entry(
                    "person",
                    "select issuer, subject, tenant_id, name, email, phone, roles, language, theme, "
                            + "time_zone, created_at, last_signed_in_at, erased_at from person where id = :id"),
            Map.entry(
                    "session",
                    "select tenant_id, verified_domain, roles, ip, user_agent, created_at, "
                            + "last_seen_at, ends_at from session where person_id = :id"),
            Map.entry(
                    "invitation",
                    "select id, company, domain, language, created_at, expires_at, state from "
                            + "invitation where created_by = :id"),
            Map.entry(
                    "invitation answered",
                    "select id, state, answered_at, reason from invitation where answered_by = :id"),
            Map.entry(
                    "invitation_event",
                    "select e.invitation_id, e.kind, e.detail, e.happened_at from invitation_event e "
                            + "join (select id from invitation where created_by = :id union select id from "
                            + "invitation where answered_by = :id) i on i.id = e.invitation_id where e.person_id "
                            + "= :id"),
            Map.entry(
                    "agreement_acceptance",
                    "select customer_id, first_name, last_name, email, phone, language, accepted_at, "
                            + "ip, user_agent from agreement_acceptance where person_id = :id"),
            Map.entry(
                    "acceptance_evidence",
                    "select id, customer_id, name, email, roles, accepted_at, ip, user_agent from "
                            + "acceptance_evidence where person_id = :id"),
            Map.entry(
                    "invitation_message",
                    "select invitation_id, kind, note, email, verified_email, ip, written_at from "
                            + "invitation_message where person_id = :id"),
            Map.entry(
                    "customer_note",
                    "select partner_id, customer_id, body, written_at from customer_note where written_by = :id"),
            Map.entry(
                    "service_request",
                    "select partner_id, customer_id, number, called_on, subject, noted_at from "
                            + "service_request where noted_by = :id"),
            Map.entry("saved_view", "select name, query, created_at from saved_view where created_by = :id"),
            Map.entry("recent_look_up", "select entry_id, looked_at from recent_look_up where person_id = :id"),
            Map.entry(
                    "enrolment",
                    "select organization_id, state, submitted_at from enrolment where submitted_by = " + ":id"),
            Map.entry(
                    "enrolment_event",
                    "select organization_id, kind, reason, happened_at from enrolment_event where "
                            + "person_id = :id"),
            Map.entry(
                    "terms_acceptance",
                    "select organization_id, accepted_at, ip, user_agent from terms_acceptance where "
                            + "person_id = :id"),
            Map.entry(
                    "partnership",
                    "select id, provider_id, reseller_id, asked_at, accepted_at, ended_at, reason from "
                            + "partnership where asked_by_person = :id or accepted_by = :id or ended_by = :id"),
            Map.entry(
                    "delegated_admin_grant",
                    "select partner_id, customer_id, granted_at, ended_at, end_reason from "
                            + "delegated_admin_grant where granted_by = :id or ended_by = :id"),
            Map.entry(
                    "support_designation",
                    "select subscription_id, contact_id, designated_at, ended_at from "
                            + "support_designation where designated_by = :id"),
            Map.entry("user_batch", "select customer_id, kind, file_name, made_at from user_batch where made_by = :id"),
            Map.entry("bill_to", "select partner_id, customer_id, changed_at from bill_to where changed_by = :id"),
            Map.entry(
                    "draft_template",
                    "select organization_id, language, saved_at from draft_template where saved_by = " + ":id"),
            Map.entry("termination_notice", "select removal_id, sent_at from termination_notice where sent_by = :id"),
            Map.entry(
                    "removal",
                    "select partner_id, customer_id, removed_at, statement_version from removal where "
                            + "removed_by = :id"),
            Map.entry(
                    "renegotiation",
                    "select partner_id, customer_id, agreed_on, note, noted_at from renegotiation "
                            + "where noted_by = :id"),
            Map.entry(
                    "activity_entry",
                    "select organization_id, action, customer_id, subject, old_value, new_value, "
                            + "happened_at from activity_entry where person_id = :id"));

    /** What is read by the address: what others did with it, and the person as the user of a customer. */
    private static final Map<String, String> BY_EMAIL = Map.ofEntries(
            Map.entry(
                    "outbox_mail",
                    "select kind, recipient, created_at, attempts, sent_at, refused_at from "
                            + "outbox_mail where recipient = :email"),
            Map.entry(
                    "invitation received",
                    "select id, company, domain, email, created_at, state from invitation where email " + "= :email"),
            Map.entry(
                    "customer_user",
                    "select id, customer_id, sign_in_name, first_name, last_name, display_name, "
                            + "country, state, created_at, password_reset_at, deleted_at, purge_at from "
                            + "customer_user where customer_id = :tenant and sign_in_name = :email"),
            Map.entry(
                    "licence",
                    "select p.name, l.assigned_at, l.state from licence l join customer_user u on u.id "
                            + "= l.user_id join product p on p.id = l.product_id where u.customer_id = :tenant "
                            + "and u.sign_in_name = :email"),
            Map.entry(
                    "directory_change",
                    "select d.kind, d.created_at, d.passed_at, d.refused_at from directory_change d "
                            + "join customer_user u on u.id = d.user_id where u.customer_id = :tenant and "
                            + "u.sign_in_name = :email"),
            Map.entry(
                    "user_batch_row",
                    "select r.batch_id, r.sign_in_name, r.first_name, r.last_name, r.display_name, "
                            + "r.country from user_batch b join user_batch_row r on r.batch_id = b.id where "
                            + "b.customer_id = :tenant and r.sign_in_name = :email"),
            Map.entry(
                    "termination_notice received",
                    "select removal_id, recipient, sent_at from termination_notice where recipient = " + ":email"));

    /** For example person-019a….csv. */
    String name() {
        return texts.text("operating.people.file") + "-" + person.id() + ".csv";
    }

    void write(OutputStream output) {
        Csv csv = new Csv(output, texts.language());
        csv.row(List.of(
                texts.text("operating.people.file.what"),
                texts.text("operating.people.file.number"),
                texts.text("operating.people.file.field"),
                texts.text("operating.people.file.value")));
        BY_ID.keySet().stream().sorted().forEach(table -> write(csv, table, rows(BY_ID.get(table))));
        if (person.email() != null) {
            BY_EMAIL.keySet().stream().sorted().forEach(table -> write(csv, table, rows(BY_EMAIL.get(table))));
            Mentions mentions = new Mentions(database, person.email());
            Mentions.places().forEach(place -> write(csv, place, mentions.in(place)));
        }
        csv.end();
    }

    private void bind(Query statement, String query) {
        if (query.contains(":id")) {
            statement.bind("id", person.id());
        }
        if (query.contains(":email")) {
            statement.bind("email", person.email());
        }
        if (query.contains(":tenant")) {
            statement.bind("tenant", person.tenantId());
        }
    }

    private List<Map<String, Object>> rows(String query) {
        return database.read(handle -> {
            var statement = handle.createQuery(query + " limit " + MOST);
            bind(statement, query);
            return statement.mapToMap().list();
        });
    }

    private static void write(Csv csv, String table, List<Map<String, Object>> rows) {
        for (int number = 0; number < rows.size(); number++) {
            String row = String.valueOf(number + 1);
            rows.get(number).forEach((field, value) -> {
                if (value != null) {
                    csv.row(List.of(table, row, field, value.toString()));
                }
            });
        }
    }
}
