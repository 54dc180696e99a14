package portal.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.mariadb.jdbc.Driver;

/**
 * Connects to the server, and cuts all connections at once: the driver would let whoever reads from a silent server wait
 * for it, and even closing such a connection would ask the server first.
 */
public final class Lines {
    private static final String CONNECT_TIMEOUT = "connectTimeout";
    private static final ThreadLocal<Set<Socket>> OPENING = new ThreadLocal<>();

    private final Driver driver = new Driver();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final String url;

    /** Hands the driver its sockets; by name, because the driver makes it. */
    public static final class Sockets extends SocketFactory {
        /** Called by the driver. */
        public Sockets() {}

        @Override
        public Socket createSocket() {
            Socket socket = new Socket();
            OPENING.get().add(socket);
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

    Lines(String url) {
        this.url = url;
    }

    /** A connection that is cut with the others. */
    Connection open() throws SQLException {
        Properties options = new Properties();
        options.setProperty("useServerPrepStmts", "true");
        options.setProperty("prepStmtCacheSize", "250");
        options.setProperty(CONNECT_TIMEOUT, "2000");
        options.setProperty("socketTimeout", "60000");
        sockets.removeIf(Socket::isClosed);
        return open(options, sockets);
    }

    /** A connection of its own that gives up soon. */
    Connection open(int patience) throws SQLException {
        Properties options = new Properties();
        options.setProperty(CONNECT_TIMEOUT, String.valueOf(patience));
        options.setProperty("socketTimeout", String.valueOf(patience));
        return open(options, ConcurrentHashMap.newKeySet());
    }

    private Connection open(Properties options, Set<Socket> kept) throws SQLException {
        options.setProperty("socketFactory", Sockets.class.getName());
        OPENING.set(kept);
        try {
            return driver.connect(url, options);
        } finally {
            OPENING.remove();
        }
    }

    /** Cuts all connections; who waits on one is told that it was lost. */
    void cut() {
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
