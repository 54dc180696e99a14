package portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Galera cluster on loopback, from Debian's mariadb-server, galera-4 and rsync; never as root. */
public final class GaleraCluster implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final String USER = "mysql";

    /** A member that does not answer is left out soon; README tells operators of these. */
    private static final String MEMBERSHIP =
            ";evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S;evs.inactive_check_period=PT0.5S";

    private final Path home;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    private record Node(String name, Path data, int port, String address, String transfer, String catchUp) {}

    private GaleraCluster(Path home) {
        this.home = home.toAbsolutePath();
    }

    /** So many nodes, in an empty folder, with an empty schema "portal". */
    public static GaleraCluster start(Path home, int size) {
        if (!Files.exists(PROVIDER)) {
            throw new IllegalStateException("Install mariadb-server, galera-4 and rsync to test with Galera.");
        }
        GaleraCluster cluster = new GaleraCluster(home);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        try {
            for (int i = 0; i < size; i++) {
                cluster.nodes.add(cluster.installed("node" + (i + 1)));
            }
            for (int i = 0; i < size; i++) {
                cluster.run(i, i == 0 ? List.of("--wsrep-new-cluster", "--init-file=" + cluster.init()) : List.of());
            }
            return cluster;
        } catch (IOException failure) {
            cluster.close();
            throw new UncheckedIOException(failure);
        }
    }

    private Node installed(String name) throws IOException {
        Path data = emptied(home.resolve(name));
        call("chown", USER, data.toString());
        call(
                "mariadb-install-db",
                "--no-defaults",
                "--user=" + USER,
                "--datadir=" + data,
                "--skip-test-db",
                "--auth-root-authentication-method=normal");
        return new Node(name, data, freePort(), loopback(), loopback(), loopback());
    }

    private Path init() throws IOException {
        return Files.writeString(
                home.resolve("init.sql"),
                """
                create user if not exists portal@'%' identified by 'portal';
                grant all on *.* to portal@'%';
                create database if not exists portal;
                """);
    }

    private void run(int number, List<String> more) throws IOException {
        Node node = nodes.get(number);
        List<String> command = command(node);
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve(node.name() + ".log").toFile()))
                .start();
        if (number < processes.size()) {
            processes.set(number, process);
        } else {
            processes.add(process);
        }
        Waiting.until(node.name() + " is in the cluster", LONGEST_START, () -> !process.isAlive() || synced(number));
        if (!process.isAlive()) {
            throw new IOException(node.name() + " ended; its log says why");
        }
    }

    private List<String> command(Node node) {
        String members = nodes.stream().map(Node::address).collect(Collectors.joining(","));
        return new ArrayList<>(List.of(
                "mariadbd",
                "--no-defaults",
                "--user=" + USER,
                "--datadir=" + node.data(),
                "--socket=" + node.data().resolve("socket"),
                "--port=" + node.port(),
                "--bind-address=127.0.0.1",
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-flush-log-at-trx-commit=0",
                "--max-connections=300",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-cluster-name=portal",
                "--wsrep-cluster-address=gcomm://" + members,
                "--wsrep-node-name=" + node.name(),
                "--wsrep-node-address=" + node.address(),
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=" + node.transfer(),
                "--wsrep-provider-options=gmcast.listen_addr=tcp://" + node.address() + ";ist.recv_addr="
                        + node.catchUp() + MEMBERSHIP));
    }

    private static Path emptied(Path directory) throws IOException {
        call("rm", "-rf", directory.toString());
        return Files.createDirectories(directory);
    }

    /** Whether a node takes part. */
    public boolean synced(int node) {
        return "Synced".equals(status(node, "wsrep_local_state_comment"))
                && "Primary".equals(status(node, "wsrep_cluster_status"));
    }

    /** What a node says of itself; null when it does not answer. */
    public String status(int node, String variable) {
        try (Connection connection = DriverManager.getConnection(
                        url(nodes.get(node).port(), "portal") + "&connectTimeout=1000&socketTimeout=1000");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show status like '" + variable + "'")) {
            return rows.next() ? rows.getString(2) : null;
        } catch (SQLException away) {
            return null;
        }
    }

    private static void call(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command[0] + " failed: " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static String loopback() throws IOException {
        return "127.0.0.1:" + freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String url(int port, String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable&user=portal&password=portal";
    }

    /** A schema, by the first node. */
    String jdbcUrl(String schema) {
        return jdbcUrl(0, schema);
    }

    /** A schema, by one node. */
    public String jdbcUrl(int node, String schema) {
        return url(nodes.get(node).port(), schema);
    }

    /** A schema, by the first of these nodes that answers. */
    public String sequentialUrl(String schema, int... order) {
        String hosts = Arrays.stream(order)
                .mapToObj(node -> "127.0.0.1:" + nodes.get(node).port())
                .collect(Collectors.joining(","));
        return "jdbc:mariadb:sequential://" + hosts + "/" + schema + "?sslMode=disable&user=portal&password=portal";
    }

    /** The node that a server's port belongs to. */
    public int nodeAt(int port) {
        return IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node).port() == port)
                .findFirst()
                .orElseThrow();
    }

    /** The same schema, by the node after the one of the URL. */
    String next(String url) {
        for (int i = 0; i < nodes.size(); i++) {
            String here = ":" + nodes.get(i).port() + "/";
            if (url.contains(here)) {
                int next = nodes.get((i + 1) % nodes.size()).port();
                return url.replace(here, ":" + next + "/");
            }
        }
        return url;
    }

    /** Ends a node in the middle of whatever it does. */
    public void kill(int node) {
        processes.get(node).destroyForcibly();
    }

    /** Stops a node gracefully and waits for its end. */
    public void stop(int node) {
        processes.get(node).destroy();
        Waiting.until(
                "it has stopped", LONGEST_START, () -> !processes.get(node).isAlive());
    }

    /** Holds a node up: it keeps its connections and answers nothing. */
    public void freeze(int node) {
        signal(node, "-STOP");
    }

    /** Lets a node that was held up go on. */
    public void thaw(int node) {
        signal(node, "-CONT");
    }

    private void signal(int node, String signal) {
        try {
            call("kill", signal, String.valueOf(processes.get(node).pid()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a node that was killed or stopped, and waits until it has caught up. */
    public void restart(int node) {
        try {
            processes.get(node).waitFor();
            run(node, List.of("--wsrep-start-position=" + recovered(node)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** How far a node came: what Debian's galera_recovery does, so that only what is missing is transferred. */
    private String recovered(int node) throws IOException {
        Path log = nodes.get(node).data().resolve("recovery.log");
        Files.deleteIfExists(log);
        List<String> command = command(nodes.get(node));
        command.addAll(List.of("--wsrep-recover", "--log-error=" + log));
        call(command.toArray(String[]::new));
        String found = Files.readString(log);
        return found.substring(found.lastIndexOf("Recovered position:"))
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("Recovered position:", "")
                .strip();
    }

    @Override
    public void close() {
        IntStream.range(0, processes.size())
                .filter(node -> processes.get(node).isAlive())
                .forEach(node -> {
                    thaw(node);
                    processes.get(node).destroy();
                });
        try {
            for (Process process : processes) {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
