package portal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line between the portal and its database, or another server; it can be cut at any moment, and mended. */
public final class Wire implements AutoCloseable {
    /** When the line breaks by itself. */
    public enum Break {
        NEVER,
        /** As COMMIT is sent: the server does not get it. */
        BEFORE_COMMIT_ARRIVES,
        /** After COMMIT: the server does it, but its answer is lost. */
        BEFORE_ITS_ANSWER
    }

    private static final Pattern SERVER = Pattern.compile("://([^:/]+):(\\d+)/");
    private static final int CHUNK = 16_384;

    private final String host;
    private final int port;
    private final String url;
    private final int ownPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listener;
    private volatile boolean frozen;
    private volatile boolean down;
    private volatile Break breaks = Break.NEVER;
    private volatile String breaksAfter = "";

    /** A line to the server of a JDBC URL. */
    public Wire(String jdbcUrl) {
        Matcher server = SERVER.matcher(jdbcUrl);
        if (!server.find()) {
            throw new IllegalArgumentException(jdbcUrl);
        }
        host = server.group(1);
        port = Integer.parseInt(server.group(2));
        listen(0);
        ownPort = listener.getLocalPort();
        url = server.replaceFirst("://127.0.0.1:" + ownPort + "/");
    }

    private void listen(int at) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
            listener = opened;
            start(() -> accept(opened));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The same database, over this line. */
    public String url() {
        return url;
    }

    /** Whether somebody has connected. */
    public boolean used() {
        return !sockets.isEmpty();
    }

    /** Cuts all connections, and lets none through. */
    public void cut() {
        down = true;
        sockets.forEach(Wire::close);
    }

    /** Cuts all connections, and refuses new ones, as a machine does on which no server runs. */
    public void refuse() {
        stopListening();
        cut();
    }

    /** Lets nothing through any more, and nobody is told: neither end hears from the other, until this is mended. */
    public void freeze() {
        frozen = true;
    }

    /** Lets connections through again. */
    public void mend() {
        down = false;
        breaks = Break.NEVER;
        thaw();
        if (listener.isClosed()) {
            listen(ownPort);
        }
    }

    private synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    private synchronized void waitWhileFrozen() throws IOException {
        try {
            while (frozen) {
                wait();
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** Breaks the connection that commits next, whoever's it is: what runs in the background commits too. */
    public void breakAt(Break moment) {
        breakAt(moment, "");
    }

    /** Breaks the connection that commits next of those on which this text is sent from now on. */
    public void breakAt(Break moment, String afterText) {
        breaksAfter = afterText;
        breaks = moment;
    }

    private void accept(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket client = opened.accept();
                if (down) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        sockets.add(client);
        sockets.add(server);
        Talk talk = new Talk();
        start(() -> pass(client, server, talk, true));
        start(() -> pass(server, client, talk, false));
    }

    /** What is known of one connection. */
    private static final class Talk {
        private boolean meant;
        private boolean deaf;
    }

    private void pass(Socket from, Socket to, Talk talk, boolean asking) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream input = from.getInputStream();
                OutputStream output = to.getOutputStream()) {
            for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
                waitWhileFrozen();
                synchronized (talk) {
                    if (asking && breaksNow(talk, new String(chunk, 0, read, StandardCharsets.ISO_8859_1))) {
                        talk.deaf = true;
                        boolean arrives = breaks == Break.BEFORE_ITS_ANSWER;
                        breaks = Break.NEVER;
                        if (!arrives) {
                            return;
                        }
                    } else if (!asking && talk.deaf) {
                        return;
                    }
                }
                output.write(chunk, 0, read);
                output.flush();
            }
        } catch (IOException cut) {
            // both ends are closed below
        } finally {
            close(from);
            close(to);
        }
    }

    private boolean breaksNow(Talk talk, String sent) {
        if (breaks == Break.NEVER) {
            return false;
        }
        talk.meant |= sent.contains(breaksAfter);
        // a packet that is this statement alone
        return talk.meant && sent.contains("\u0003COMMIT");
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is as good as closed
        }
    }

    @Override
    public void close() {
        thaw();
        refuse();
    }

    private void stopListening() {
        try {
            listener.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
