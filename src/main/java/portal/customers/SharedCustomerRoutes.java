package portal.customers;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.texts.Texts;
import portal.platform.web.Csv;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.SharedCustomers;

/** What a provider shares with its resellers, as a file. */
public final class SharedCustomerRoutes {
    private static final List<String> COLUMNS = List.of("reseller", "customer", "domain", "microsoft-id", "since");

    private final Database database;

    /** Reads from the database. */
    public SharedCustomerRoutes(Database database) {
        this.database = database;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.get("/indirect-resellers/customers.csv", Access.EXPORT_RESELLERS, this::export);
    }

    private void export(Request request) {
        PartnerId provider = new PartnerId(request.visitor().home().id());
        Texts texts = request.texts();
        String name = texts.text("customers.shared.file") + "-" + LocalDate.ofInstant(request.now(), request.zone());
        request.download(
                name + ".csv",
                "text/csv; charset=utf-8",
                (OutputStream output) -> write(output, provider, texts, request.zone()));
    }

    private void write(OutputStream output, PartnerId provider, Texts texts, ZoneId zone) {
        Csv csv = new Csv(output, texts.language());
        Stream<String> titles = COLUMNS.stream().map(column -> texts.text("customers.shared.column." + column));
        csv.row(Stream.concat(titles, Stream.of(texts.text("layout.times-in", zone.getId())))
                .toList());
        SharedCustomers.each(
                database,
                provider,
                row -> csv.row(List.of(
                        row.reseller(),
                        row.customer(),
                        row.domain() == null ? "" : row.domain(),
                        row.customerId().toString(),
                        LocalDate.ofInstant(row.since(), zone).toString())));
        csv.end();
    }
}
