package portal.subscriptions;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;

/** A customer's subscriptions as a file for spreadsheets, in the reader's language and zone. */
record SubscriptionFile(Texts texts, ZoneId zone, Instant now) {
    private static final List<String> COLUMNS =
            List.of("product", "nickname", "state", "seats", "term", "renews", "ends", "seller", "reseller", "id");

    /** Rows that are handed over one by one. */
    interface Rows {
        void each(Consumer<SubscriptionRow> reader);
    }

    /** For example subscriptions-jizerske-sklo.example-2026-11-20.csv. */
    String name(String domain) {
        return texts.text("subscriptions.file") + (domain == null ? "" : "-" + domain) + "-" + day(now) + ".csv";
    }

    void write(OutputStream output, Rows rows) {
        Csv csv = new Csv(output, texts.language());
        csv.row(COLUMNS.stream()
                .map(column -> texts.text("subscriptions.head." + column))
                .toList());
        rows.each(row -> csv.row(cells(row)));
        csv.end();
    }

    private List<String> cells(SubscriptionRow row) {
        return Stream.of(
                        row.productName(),
                        row.nickname(),
                        texts.text("subscriptions.state." + row.state().code()),
                        row.seats() == null
                                ? texts.text("subscriptions.by-use")
                                : row.seats().toString(),
                        texts.text("subscriptions.term." + row.term().code()),
                        day(row.renewsAt()),
                        day(row.endedAt() == null ? row.endsAt() : row.endedAt()),
                        row.seller() == null ? row.origin() : row.seller(),
                        row.reseller(),
                        row.id().toString())
                .map(cell -> cell == null ? "" : cell)
                .toList();
    }

    private String day(Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, zone).toString();
    }
}
