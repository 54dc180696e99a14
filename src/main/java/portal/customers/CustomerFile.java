package portal.customers;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;
import portal.portfolio.PortfolioLine;
import portal.portfolio.PortfolioState;

/** The list of customers as a file for spreadsheets, in the reader's language and zone. */
record CustomerFile(Texts texts, ZoneId zone, Instant now) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "company",
            "alias",
            "domain",
            "tenant",
            "capacity",
            "state",
            "reason",
            "dap",
            "country",
            "since",
            "until",
            "tags");

    /** Takes a reader of rows and hands it all of them. */
    interface Source extends Consumer<Consumer<PortfolioLine>> {}

    /** For example customers-2026-11-20.csv. */
    String name() {
        return texts.text("customers.csv.file") + "-" + LocalDate.ofInstant(now, zone) + ".csv";
    }

    void write(OutputStream output, Source lines) {
        Csv csv = new Csv(output, texts.language());
        Stream<String> titles = COLUMNS.stream().map(column -> texts.text("customers.csv.column." + column));
        csv.row(Stream.concat(titles, Stream.of(texts.text("layout.times-in", zone.getId())))
                .toList());
        lines.accept(line -> csv.row(cells(line)));
        csv.end();
    }

    private List<String> cells(PortfolioLine line) {
        boolean invited = line.state() == PortfolioState.INVITED;
        return List.of(
                line.name(),
                orEmpty(line.alias()),
                orEmpty(line.domain()),
                orEmpty(line.customerId()),
                texts.text("capacity." + line.capacity().code()),
                texts.text("customers.state." + line.state().code()),
                line.attention() == null
                        ? ""
                        : texts.text("attention." + line.attention().code()),
                texts.text("portfolio.dap." + line.dap().code()),
                line.country() == null ? "" : texts.country(line.country()),
                day(line.since()),
                invited ? day(line.invitedUntil()) : "",
                orEmpty(line.tags()));
    }

    private String day(Instant instant) {
        return instant == null ? "" : DAY.format(instant.atZone(zone));
    }

    private static String orEmpty(Object value) {
        return Objects.toString(value, "");
    }
}
