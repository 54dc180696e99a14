package portal.activity;

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

/** The log as a file for spreadsheets, in the reader's language and zone. */
record ActivityFile(Texts texts, ZoneId zone, Instant now) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** For example activity-2026-11-20.csv. */
    String name() {
        return texts.text("activity.file") + "-" + LocalDate.ofInstant(now, zone) + ".csv";
    }

    void write(OutputStream output, ActivityQuery query) {
        Csv csv = new Csv(output, texts.language());
        csv.row(List.of(
                texts.text("activity.index.when"),
                texts.text("activity.index.what"),
                texts.text("activity.index.who"),
                texts.text("activity.index.customer"),
                texts.text("activity.file.subject"),
                texts.text("activity.file.before"),
                texts.text("activity.file.after"),
                texts.text("layout.times-in", zone.getId())));
        query.each(row -> csv.row(cells(row)));
        csv.end();
    }

    private List<String> cells(ActivityPages.Row row) {
        return Stream.of(
                        TIME.format(row.happenedAt().atZone(zone)),
                        texts.text("activity.action." + row.action().code()),
                        row.person() == null ? texts.text("activity.index.portal") : row.person(),
                        row.customer(),
                        row.subject(),
                        ActivityPages.Row.readable(texts, row.oldValue()),
                        ActivityPages.Row.readable(texts, row.newValue()))
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }
}
