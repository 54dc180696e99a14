package portal.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What any page of 50 rows costs at least with the libraries the portal is made of, as they come: one session look-up,
 * one range of a primary key, one table without a layout. A program with nothing of the portal in it, so that what all
 * pages of the portal share counts too when they are compared with it.
 */
public final class Floor {
    private static final Path TEMPLATES = Path.of("src", "test", "templates");

    private final Jdbi jdbi;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    private Floor(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who is signed in. */
    public record Session(UUID personId, String roles, String name, String language) {}

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
    public record Page(Session session, List<Row> rows) {}

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
        return "/floor?first=" + first;
    }

    /** Serves until it is stopped, by the portal's settings. */
    public static void main(String[] arguments) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getenv("DB_URL"));
        pool.addDataSourceProperty("useServerPrepStmts", "true");
        Jdbi jdbi = Jdbi.create(new HikariDataSource(pool))
                .registerRowMapper(ConstructorMapper.factory(Session.class))
                .registerRowMapper(ConstructorMapper.factory(Row.class));
        Floor floor = new Floor(jdbi);
        Javalin.start(javalin -> {
            javalin.http.compressionStrategy = new CompressionStrategy(null, new Gzip(1));
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = Integer.parseInt(System.getenv("PORT"));
            javalin.startup.showJavalinBanner = false;
            javalin.routes.get("/floor", floor::show);
        });
    }

    private void show(Context context) {
        Optional<Session> session = session(String.valueOf(context.cookie("session")));
        if (session.isEmpty()) {
            context.status(401);
            return;
        }
        Page page = new Page(session.get(), rows(UUID.fromString(context.queryParam("first"))));
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render("bench/floor.jte", page, output);
        context.contentType("text/html; charset=utf-8").result(output.toByteArray());
    }

    private Optional<Session> session(String cookie) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select s.person_id, s.roles, p.name, p.language from session s join person p on p.id = s.person_id
                        where s.digest = :digest and s.ends_at > :now
                        """)
                .bind("digest", digest(cookie))
                .bind("now", Instant.now())
                .mapTo(Session.class)
                .findOne());
    }

    private List<Row> rows(UUID first) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select id, name, state, domain, capacity, dap, country, since from portfolio_entry where id >= :first
                        order by id limit 50
                        """)
                .bind("first", first)
                .mapTo(Row.class)
                .list());
    }

    private static byte[] digest(String cookie) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
