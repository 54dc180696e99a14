package portal.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.export.HaMode;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/**
 * Connects to the server, and cuts all connections at once: the driver would let whoever reads from a silent server wait
 * for it, and even closing such a connection would ask the server first.
 */
public final class Lines {
    private static final String NAME = "portalLines";

    /** The driver also opens sockets by itself, when it goes on with another server: it knows its lines by their name. */
    private static final Map<String, Set<Socket>> SOCKETS = new ConcurrentHashMap<>();

    /** Options that are not the URL's to say where somebody has to give up soon; to the driver the URL comes first. */
    private static final Pattern PATIENCE = Pattern.compile(
            "(?<=[?&])(?:connectTimeout|socketTimeout|retriesAllDown)=[^&]*&?", Pattern.CASE_INSENSITIVE);

    /** The driver's, in milliseconds, before it tries servers again that did not answer. */
    private static final int DRIVERS_PAUSE = 250;

    private final Driver driver = new Driver();
    private final String name = UUID.randomUUID().toString();
    private final String url;
    private final String begin;
    private final Duration longestSilence;
    private final int servers;
    private final boolean several;

    /** Hands the driver its sockets; by name, because the driver makes it. */
    public static final class Sockets extends ConfigurableSocketFactory {
        private Set<Socket> kept = Set.of();

        /** Called by the driver. */
        public Sockets() {}

        @Override
        public void setConfiguration(Configuration configuration, String host) {
            kept = SOCKETS.get(configuration.nonMappedOptions().getProperty(NAME, ""));
        }

        @Override
        public Socket createSocket() {
            Socket socket = new Socket();
            if (kept != null) {
                kept.removeIf(Socket::isClosed);
                kept.add(socket);
            }
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw new IOException("not used");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            throw new IOException("not used");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw new IOException("not used");
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
            throw new IOException("not used");
        }
    }

    /**
     * Lines to the server, or servers, of a URL.
     *
     * @param begin statements each connection begins with, without blocks
     * @param longestSilence after which a server that does not answer is taken for lost
     */
    Lines(String url, String begin, Duration longestSilence) {
        this.url = url;
        this.begin = begin;
        this.longestSilence = longestSilence;
        Configuration read = parse(url);
        servers = read == null ? 1 : Math.max(1, read.addresses().size());
        several = read != null && read.haMode() != HaMode.NONE;
        SOCKETS.put(name, ConcurrentHashMap.newKeySet());
    }

    /** Null when the driver cannot read it: it says so when it is to connect. */
    private static Configuration parse(String url) {
        try {
            return Configuration.parse(url);
        } catch (SQLException unreadable) {
            return null;
        }
    }

    /** What is wrong with a URL, without repeating it because of its password; empty when it can be used. */
    public static Optional<String> complaint(String url) {
        if (!url.startsWith("jdbc:mariadb:")) {
            return Optional.of("does not begin with jdbc:mariadb:");
        }
        Configuration read = parse(url);
        if (read == null) {
            return Optional.of("cannot be read by the driver, as jdbc:mariadb://host/database?user=…&password=… can");
        }
        return read.initSql() == null && read.socketFactory() == null
                ? Optional.empty()
                : Optional.of("sets initSql or socketFactory, which the portal needs itself");
    }

    /** A connection that is cut with the others. */
    Connection open() throws SQLException {
        Properties options = options(2_000, longestSilence.toMillis());
        options.setProperty("initSql", begin);
        options.setProperty("useServerPrepStmts", "true");
        options.setProperty("prepStmtCacheSize", "250");
        // a transaction may be taken back in the middle of a batch, and what follows would be in none
        options.setProperty("continueBatchOnError", "false");
        options.setProperty("socketFactory", Sockets.class.getName());
        options.setProperty(NAME, name);
        return driver.connect(url, options);
    }

    /** A connection of its own that gives up soon. */
    Connection open(int patience) throws SQLException {
        Properties options = options(patience, patience);
        options.setProperty("retriesAllDown", String.valueOf(servers));
        return driver.connect(PATIENCE.matcher(url).replaceAll(""), options);
    }

    /**
     * How many milliseconds such a connection needs at most to find out that no server answers: where there are several,
     * the driver first gives up the one in use, then asks each, and then once more.
     */
    int longest(int patience) {
        int attempts = several ? 1 + 2 * servers : servers;
        return attempts * patience + (attempts - 1) * DRIVERS_PAUSE;
    }

    private static Properties options(int toConnect, long toAnswer) {
        Properties options = new Properties();
        options.setProperty("connectTimeout", String.valueOf(toConnect));
        options.setProperty("socketTimeout", String.valueOf(toAnswer));
        // where the URL names several servers: how often each request tries before it says that all are away
        options.setProperty("retriesAllDown", "4");
        options.setProperty("transactionReplay", "false");
        return options;
    }

    /** Cuts all connections; who waits on one is told that it was lost. */
    void cut() {
        Set<Socket> sockets = SOCKETS.get(name);
        sockets.forEach(Lines::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // that was the purpose
        }
    }
}
