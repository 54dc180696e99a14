package portal.invitations;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;

/** The list of invitations as a file for spreadsheets, in the reader's language and zone. */
record LedgerFile(Texts texts, ZoneId zone, Instant now) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "company",
            "domain",
            "email",
            "kind",
            "capacity",
            "state",
            "accepted",
            "won-through",
            "by",
            "made",
            "until",
            "answered",
            "sent",
            "reminders");

    /** For example invitations-2026-11-20.csv. */
    String name() {
        return texts.text("invitations.index.file") + "-" + LocalDate.ofInstant(now, zone) + ".csv";
    }

    void write(OutputStream output, LedgerQuery query) {
        Csv csv = new Csv(output, texts.language());
        Stream<String> titles = COLUMNS.stream().map(column -> texts.text("invitations.index.column." + column));
        csv.row(Stream.concat(titles, Stream.of(texts.text("layout.times-in", zone.getId())))
                .toList());
        query.each(row -> csv.row(cells(row)));
        csv.end();
    }

    private List<String> cells(LedgerRow row) {
        return List.of(
                orEmpty(row.company()),
                orEmpty(row.domain()),
                orEmpty(row.email()),
                texts.text("invitations.kind." + row.kind().code()),
                texts.text("capacity." + row.capacity().code()),
                texts.text("invitations.state." + row.state(now).code()),
                row.standing() ? String.valueOf(row.acceptances()) : "",
                row.wonThrough() == null
                        ? ""
                        : texts.text(
                                "invitations.won-through." + row.wonThrough().code()),
                row.inviter(),
                time(row.createdAt()),
                row.endless() ? "" : time(row.expiresAt()),
                time(row.answeredAt()),
                time(row.sentAt()),
                String.valueOf(row.reminders()));
    }

    private String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
