package portal.operating;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
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

    /** What is read by the person's id, and what by the address. */
    private static final Map<String, String> BY_ID = Map.of(
            "person",
                    "select issuer, subject, tenant_id, name, email, phone, roles, language, theme, time_zone, created_at,"
                            + " last_signed_in_at, erased_at from person where id = :id",
            "session",
                    "select tenant_id, verified_domain, roles, created_at, last_seen_at, ends_at from session where person_id = :id",
            "invitation",
                    "select id, company, domain, language, created_at, expires_at, state from invitation where created_by = :id",
            "agreement_acceptance",
                    "select customer_id, first_name, last_name, email, phone, language, accepted_at, ip, user_agent from agreement_acceptance where person_id = :id",
            "acceptance_evidence",
                    "select id, customer_id, name, email, roles, accepted_at, ip, user_agent from acceptance_evidence where person_id = :id",
            "invitation_message",
                    "select invitation_id, kind, note, email, verified_email, ip, written_at from invitation_message where person_id = :id",
            "delegated_admin_grant",
                    "select partner_id, customer_id, granted_at, ended_at, end_reason from delegated_admin_grant where granted_by = :id or ended_by = :id",
            "removal",
                    "select partner_id, customer_id, removed_at, statement_version from removal where removed_by = :id",
            "renegotiation",
                    "select partner_id, customer_id, agreed_on, note, noted_at from renegotiation where noted_by = :id",
            "activity_entry",
                    "select organization_id, action, customer_id, subject, old_value, new_value, happened_at from activity_entry where person_id = :id");

    private static final Map<String, String> BY_EMAIL = Map.of(
            "outbox_mail",
                    "select kind, recipient, created_at, attempts, sent_at, refused_at from outbox_mail where recipient = :email",
            "invitation", "select id, company, domain, email, created_at, state from invitation where email = :email");

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
        BY_ID.keySet().stream().sorted().forEach(table -> write(csv, table, BY_ID.get(table)));
        if (person.email() != null) {
            BY_EMAIL.keySet().stream().sorted().forEach(table -> write(csv, table, BY_EMAIL.get(table)));
        }
        csv.end();
    }

    private void write(Csv csv, String table, String query) {
        List<Map<String, Object>> rows = database.read(handle -> {
            var statement = handle.createQuery(query + " limit " + MOST);
            statement =
                    query.contains(":id") ? statement.bind("id", person.id()) : statement.bind("email", person.email());
            return statement.mapToMap().list();
        });
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
