package portal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two nodes of a Galera cluster on loopback, from Debian's mariadb-server, galera-4 and rsync; never as root. */
final class GaleraCluster implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final String USER = "mysql";

    private final Path home;
    private final List<Node> nodes = new ArrayList<>();

    private record Node(Process process, int port) {}

    private GaleraCluster(Path home) {
        this.home = home.toAbsolutePath();
    }

    static GaleraCluster start(Path home) {
        if (!Files.exists(PROVIDER)) {
            throw new IllegalStateException("Install mariadb-server, galera-4 and rsync to test with Galera.");
        }
        GaleraCluster cluster = new GaleraCluster(home);
        try {
            String first = cluster.add("gcomm://", "--wsrep-new-cluster");
            cluster.add("gcomm://" + first);
            return cluster;
        } catch (IOException failure) {
            cluster.close();
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts one more node; gives its address in the cluster. */
    private String add(String cluster, String... more) throws IOException {
        String name = "node" + (nodes.size() + 1);
        Path data = emptied(home.resolve(name));
        run("chown", USER, data.toString());
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--user=" + USER,
                "--datadir=" + data,
                "--skip-test-db",
                "--auth-root-authentication-method=normal");
        int port = freePort();
        String address = "127.0.0.1:" + freePort();
        Path init = home.resolve(name + ".sql");
        Files.writeString(
                init,
                """
                create user if not exists portal@'%' identified by 'portal';
                grant all on *.* to portal@'%';
                create database if not exists portal;
                """);
        List<String> command = new ArrayList<>(List.of(
                "mariadbd",
                "--no-defaults",
                "--user=" + USER,
                "--datadir=" + data,
                "--socket=" + data.resolve("socket"),
                "--port=" + port,
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
                "--wsrep-cluster-address=" + cluster,
                "--wsrep-node-name=" + name,
                "--wsrep-node-address=" + address,
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=127.0.0.1:" + freePort(),
                "--wsrep-provider-options=gmcast.listen_addr=tcp://" + address + ";ist.recv_addr=127.0.0.1:"
                        + freePort()));
        if (nodes.isEmpty()) {
            command.add("--init-file=" + init);
        }
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
        nodes.add(new Node(process, port));
        Waiting.until(name + " is in the cluster", LONGEST_START, () -> inCluster(port));
        return address;
    }

    private static Path emptied(Path directory) throws IOException {
        run("rm", "-rf", directory.toString());
        return Files.createDirectories(directory);
    }

    private boolean inCluster(int port) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, "portal"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show status like 'wsrep_local_state_comment'")) {
            return rows.next() && rows.getString(2).equals("Synced");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command[0] + " failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String jdbcUrl(int port, String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable&user=portal&password=portal";
    }

    /** A schema, by the first node. */
    String jdbcUrl(String schema) {
        return jdbcUrl(nodes.get(0).port(), schema);
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

    @Override
    public void close() {
        nodes.forEach(node -> node.process().destroy());
        try {
            for (Node node : nodes) {
                node.process().waitFor(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
