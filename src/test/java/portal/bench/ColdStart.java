package portal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time and CPU from the start of the process to its first page, as the release is started: from jars. */
final class ColdStart {
    private static final int TIMES = 5;
    /** As in {@code bin/partner-portal}; of no concern to what is measured when all is compiled. */
    private static final List<String> LATER = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private static final Path ARCHIVE = Path.of("target", "bench.jsa");

    private final Map<String, String> settings;
    private final SignedIn person;
    private final String classPath;

    /** What a start took. */
    record Took(Duration time, Duration cpu) {}

    ColdStart(Map<String, String> settings, SignedIn person) {
        this.settings = settings;
        this.person = person;
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        classPath = System.getProperty("bench.jar") + File.pathSeparator + jars;
    }

    /** Without class-data sharing of its own classes. */
    Took plain() {
        return median(List.of());
    }

    /** With an archive of the classes an earlier run has loaded. */
    Took shared() throws IOException {
        Files.deleteIfExists(ARCHIVE);
        once(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE));
        return median(List.of("-XX:SharedArchiveFile=" + ARCHIVE));
    }

    private Took median(List<String> options) {
        List<Took> starts = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            starts.add(once(options));
        }
        starts.sort(Comparator.comparing(Took::cpu));
        return starts.get(TIMES / 2);
    }

    private Took once(List<String> options) {
        List<String> all = Stream.of(Benchmark.JVM, LATER, List.of("-cp", classPath), options)
                .flatMap(List::stream)
                .toList();
        int port = Application.freePort();
        Map<String, String> here = new HashMap<>(settings);
        here.put("PORT", String.valueOf(port));
        here.put("PORTAL_BASE_URL", "http://localhost:" + port);
        try (Application application = Application.run(all, List.of("portal.Main", "serve"), here)) {
            Duration time = application.awaitPage(Asked.by(person, port).get("/customers"));
            return new Took(time, Cpu.of(application.pid()));
        }
    }
}
