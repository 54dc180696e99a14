package portal.demo;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A MariaDB server of our own for demo mode and tests, reachable on 127.0.0.1 only, with its data in one directory. */
public final class EmbeddedDatabase implements AutoCloseable {
    private final DatabaseServer server;
    private final DatabaseLogin login;
    private final DirectoryLock lock;
    private final long pid;

    private EmbeddedDatabase(DatabaseServer server, DatabaseLogin login, DirectoryLock lock, long pid) {
        this.server = server;
        this.login = login;
        this.lock = lock;
        this.pid = pid;
    }

    /**
     * Starts the server so that a committed row survives a crash. The first start in a directory unpacks and installs,
     * later ones only start; a server left over from a killed JVM is stopped first.
     *
     * @param directory where programs and data are kept between runs; made when missing
     * @param schemas created when missing, names of lower-case letters, digits and underscores
     * @throws IllegalArgumentException when a schema's name is not plain
     * @throws IllegalStateException when another process uses the directory, no server program is there for this
     *     system, or the server does not start
     */
    public static EmbeddedDatabase start(Path directory, List<String> schemas) {
        return start(directory, schemas, List.of("--innodb-flush-log-at-trx-commit=1"));
    }

    /**
     * Starts the server for tests: quicker, but the last rows may be lost when the machine loses power.
     *
     * @param directory as in {@link #start(Path, List)}
     * @param schemas as in {@link #start(Path, List)}
     * @throws IllegalArgumentException as {@link #start(Path, List)}
     * @throws IllegalStateException as {@link #start(Path, List)}
     */
    public static EmbeddedDatabase startFast(Path directory, List<String> schemas) {
        return start(
                directory,
                schemas,
                List.of("--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0", "--skip-innodb-doublewrite"));
    }

    private static EmbeddedDatabase start(Path directory, List<String> schemas, List<String> durability) {
        Path home = directory.toAbsolutePath().normalize();
        LibraryLogs.quieten("ch.vorburger");
        DatabaseLogin login = DatabaseLogin.random(schemas);
        DirectoryLock lock = DirectoryLock.take(home);
        try {
            return launch(home, login, durability, lock);
        } catch (ManagedProcessException failure) {
            lock.close();
            throw new IllegalStateException("The demo's database in " + home + " did not start", failure);
        } catch (IOException failure) {
            lock.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static EmbeddedDatabase launch(Path home, DatabaseLogin login, List<String> durability, DirectoryLock lock)
            throws IOException, ManagedProcessException {
        Path pidFile = home.resolve("mariadbd.pid");
        LeftoverServer.stop(pidFile, home);
        Path initFile = login.writeInitFile(home.resolve("init.sql"));
        DatabaseServer server = new DatabaseServer(DatabaseSettings.of(home, pidFile, initFile, durability), home);
        server.prepareOnce();
        server.start();
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        return new EmbeddedDatabase(server, login, lock, pid);
    }

    /**
     * The whole JDBC address, user and password included.
     *
     * @throws IllegalArgumentException when the schema's name is not plain
     */
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + server.port() + "/" + DatabaseLogin.plainName(schema)
                + "?sslMode=disable&user=" + user() + "&password=" + password();
    }

    /** The user who may do everything in every schema, also create further ones. */
    public String user() {
        return login.user();
    }

    /** The user's password, another one after each start. */
    public String password() {
        return login.password();
    }

    /** The server's process id. */
    public long pid() {
        return pid;
    }

    /**
     * Stops the server and waits until its process has ended.
     *
     * @throws IllegalStateException when it cannot be stopped
     */
    @Override
    public void close() {
        try (lock) {
            server.stop();
            LeftoverServer.await(pid);
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("The demo's database did not stop", failure);
        }
    }
}
