package portal.invitations;

import java.io.OutputStream;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** All invitations of the visitor's organization, whatever became of them: as a list, and as a file. */
public final class LedgerRoutes {
    private static final int PAGE = 50;

    private final Database database;

    /** Reads from the database. */
    public LedgerRoutes(Database database) {
        this.database = database;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/invitations", Access.SEE_CUSTOMERS, this::index);
        routes.get("/invitations.csv", Access.EXPORT_CUSTOMERS, this::export);
    }

    private void index(Request request) {
        LedgerAddress address = LedgerAddress.from(request);
        LedgerQuery.Part part = part(new LedgerQuery(database, filter(request, address)), address);
        if (part.rows().isEmpty() && address.deep() && !part.stopped()) {
            // the rows that stood here are gone, or a search has found nothing further
            request.redirect(address.first());
            return;
        }
        request.page(new LedgerPages.Index(
                address,
                part.rows(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                part.stopped(),
                request.now()));
    }

    private static LedgerFilter filter(Request request, LedgerAddress address) {
        return address.filter(new PartnerId(request.visitor().home().id()));
    }

    private static LedgerQuery.Part part(LedgerQuery query, LedgerAddress address) {
        if (address.after().isPresent()) {
            return query.after(address.after().get(), PAGE);
        }
        return address.before().isPresent() ? query.before(address.before().get(), PAGE) : query.first(PAGE);
    }

    private void export(Request request) {
        LedgerQuery query = new LedgerQuery(database, filter(request, LedgerAddress.from(request)));
        LedgerFile file = new LedgerFile(request.texts(), request.zone(), request.now());
        request.download(file.name(), "text/csv; charset=utf-8", (OutputStream output) -> file.write(output, query));
    }
}
