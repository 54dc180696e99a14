package portal.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/**
 * Connects to the server, and cuts all connections at once: the driver would let whoever reads from a silent server wait
 * for it, and even closing such a connection would ask the server first.
 */
public final class Lines {
    private static final String NAME = "portalLines";

    /** The driver also opens sockets by itself, when it goes on with another server: it knows its lines by their name. */
    private static final Map<String, Set<Socket>> SOCKETS = new ConcurrentHashMap<>();

    private final Driver driver = new Driver();
    private final String name = UUID.randomUUID().toString();
    private final String url;
    private final String begin;
    private final Duration longestSilence;

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
        SOCKETS.put(name, ConcurrentHashMap.newKeySet());
    }

    /** A connection that is cut with the others. */
    Connection open() throws SQLException {
        Properties options = options(2_000, longestSilence.toMillis());
        options.setProperty("initSql", begin);
        options.setProperty("useServerPrepStmts", "true");
        options.setProperty("prepStmtCacheSize", "250");
        options.setProperty("socketFactory", Sockets.class.getName());
        options.setProperty(NAME, name);
        return driver.connect(url, options);
    }

    /** A connection of its own that gives up soon. */
    Connection open(int patience) throws SQLException {
        return driver.connect(url, options(patience, patience));
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
