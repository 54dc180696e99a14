package portal.bench;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Page;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/**
 * What any page of 50 rows costs here at least: one session look-up, one range of a primary key, one table without a
 * layout. The other pages are compared with it.
 */
public final class Floor {
    private static final Path TEMPLATES = Path.of("src", "test", "templates");

    private volatile Database database;

    Floor() {}

    /** One line. */
    public record Row(
            UUID id,
            String name,
            String state,
            String domain,
            String capacity,
            String dap,
            String country,
            Instant since) {}

    /** The page. */
    public record Bare(List<Row> rows) implements Page {}

    /** Compiles the page's template, which is no part of the portal; gives the folder for the class path. */
    static Path compile() {
        Path classes = Path.of("target", "bench-templates");
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(TEMPLATES),
                classes,
                ContentType.Html,
                Floor.class.getClassLoader(),
                "gg.jte.generated.precompiled");
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        engine.precompileAll();
        return classes;
    }

    static String path(UUID first) {
        return "/bench/floor?first=" + first;
    }

    void addTo(Routes routes) {
        routes.get("/bench/floor", Access.SIGNED_IN, this::show);
    }

    void use(Database portals) {
        database = portals;
    }

    private void show(Request request) {
        UUID first = request.queryId("first").orElseThrow();
        request.page(new Bare(database.read(handle -> handle.createQuery(
                        """
                        select id, name, state, domain, capacity, dap, country, since from portfolio_entry where id >= :first
                        order by id limit 50
                        """)
                .bind("first", first)
                .mapTo(Row.class)
                .list())));
    }
}
