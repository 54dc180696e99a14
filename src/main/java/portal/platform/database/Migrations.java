package portal.platform.database;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema's versions, in {@code db/migrations}. They only go forward. */
public final class Migrations {
    private static final String FOLDER = "db/migrations/";
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final int NO_SUCH_TABLE = 1146;

    private final DataSource pool;

    /** Migrations of the database behind the pool. */
    public Migrations(DataSource pool) {
        this.pool = pool;
    }

    /** Brings the schema to this release's version. */
    public void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:" + FOLDER)
                .placeholderReplacement(false)
                .load()
                .migrate();
    }

    /**
     * Whether the schema is exactly this release's version. Each start waits for this, so Flyway's table is read without
     * Flyway, which takes long to load.
     */
    public boolean current() {
        Set<String> applied = new HashSet<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version, success from flyway_schema_history")) {
            while (rows.next()) {
                if (!rows.getBoolean("success")) {
                    return false;
                }
                applied.add(rows.getString("version"));
            }
        } catch (SQLException failure) {
            if (failure.getErrorCode() == NO_SUCH_TABLE) {
                return false;
            }
            throw new IllegalStateException("cannot read the schema's version", failure);
        }
        return applied.equals(ours());
    }

    /** The versions in the jar this class is in, or in the folder while it is not packed yet. */
    private static Set<String> ours() {
        try {
            File home = new File(Migrations.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (home.isDirectory()) {
                return versions(Arrays.stream(new File(home, FOLDER).list()));
            }
            try (ZipFile jar = new ZipFile(home)) {
                return versions(jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(FOLDER))
                        .map(name -> name.substring(FOLDER.length())));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("cannot read the migrations", unreadable);
        }
    }

    private static Set<String> versions(Stream<String> files) {
        return files.map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(file -> file.group(1))
                .collect(Collectors.toSet());
    }
}
