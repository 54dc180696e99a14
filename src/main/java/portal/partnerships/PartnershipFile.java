package portal.partnerships;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;

/** A list of partnerships as a file for spreadsheets, in the reader's language and zone. */
record PartnershipFile(Side side, Texts texts, ZoneId zone, Instant now) {
    private static final List<String> COLUMNS =
            List.of("company", "mpn-id", "country", "email", "phone", "state", "asked", "since", "ended");

    /** For example indirect-resellers-2026-11-20.csv. */
    String name() {
        return texts.text("partnerships.file." + side.code()) + "-" + LocalDate.ofInstant(now, zone) + ".csv";
    }

    void write(OutputStream output, PartnershipQuery query) {
        Csv csv = new Csv(output, texts.language());
        Stream<String> titles = COLUMNS.stream().map(column -> texts.text("partnerships.column." + column));
        csv.row(Stream.concat(titles, Stream.of(texts.text("layout.times-in", zone.getId())))
                .toList());
        query.each(row -> csv.row(cells(row)));
        csv.end();
    }

    private List<String> cells(PartnershipRow row) {
        return List.of(
                row.name(),
                orEmpty(row.mpnId()),
                texts.country(row.country()),
                orEmpty(row.email()),
                orEmpty(row.phone()),
                texts.text("partnerships.state." + row.state().code()),
                day(row.askedAt()),
                day(row.since()),
                day(row.endedAt()));
    }

    private String day(Instant instant) {
        return instant == null ? "" : LocalDate.ofInstant(instant, zone).toString();
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
