package portal.users;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;

/** Users as a file for spreadsheets, in the reader's language and zone; it can be uploaded again. */
record UserFile(Texts texts, ZoneId zone, Instant now) {
    /** Rows that are handed over one by one. */
    interface Rows<T> {
        void each(Consumer<T> reader);
    }

    /** For example users-jizerske-sklo.example-2026-11-20.csv. */
    String name(String domain) {
        return texts.text("users.file") + (domain == null ? "" : "-" + domain) + "-" + LocalDate.ofInstant(now, zone)
                + ".csv";
    }

    /** Only the titles, to be filled in. */
    void template(OutputStream output) {
        Csv csv = new Csv(output, texts.language());
        csv.row(titles());
        csv.end();
    }

    private List<String> titles() {
        return Stream.of(UserColumn.values()).map(column -> column.title(texts)).toList();
    }

    private List<String> titles(String... more) {
        List<String> titles = new ArrayList<>(titles());
        Stream.of(more).map(key -> texts.text(key)).forEach(titles::add);
        return titles;
    }

    void users(OutputStream output, Rows<UserRow> users) {
        Csv csv = new Csv(output, texts.language());
        csv.row(titles("users.head.state", "users.head.added"));
        users.each(user -> csv.row(List.of(
                user.signInName(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                user.country(),
                user.licences() == null ? "" : user.licences().replace(", ", UserLine.PARTED),
                texts.text("users.state." + user.state().code()),
                LocalDate.ofInstant(user.createdAt(), zone).toString())));
        csv.end();
    }

    void batch(OutputStream output, Rows<BatchRow> rows) {
        Csv csv = new Csv(output, texts.language());
        csv.row(titles("users.batch.result", "users.batch.missing"));
        rows.each(row -> csv.row(List.of(
                row.signInName(),
                row.firstName(),
                row.lastName(),
                row.displayName(),
                row.country(),
                row.licences(),
                result(row),
                row.missing() == null ? "" : row.missing())));
        csv.end();
    }

    private String result(BatchRow row) {
        if (row.problem() != null) {
            return texts.text("users.problem." + row.problem().code());
        }
        return row.outcome() == null
                ? ""
                : texts.text("users.outcome." + row.outcome().code());
    }
}
