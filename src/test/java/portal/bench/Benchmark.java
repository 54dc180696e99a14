package portal.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import portal.organizations.PartnerId;
import portal.platform.Config;
import portal.platform.Vault;

/** Measures the signed-in pages of partners with few and many customers, and prints a table. */
public final class Benchmark {
    /** The portal's JVM. */
    static final List<String> JVM = Stream.concat(
                    Stream.of("-Xmx128m", "-XX:+UseSerialGC"),
                    Stream.of(System.getProperty("bench.jvm", "").split(" ")))
            .filter(option -> !option.isEmpty())
            .toList();

    private final double seconds = Double.parseDouble(System.getProperty("bench.seconds", "4"));
    private final Report report = new Report();
    private final BenchDatabase database;
    private final Map<String, String> settings;
    private final Config config;

    private Benchmark(BenchDatabase database, int mailPort) {
        this.database = database;
        settings = Application.settings(database.url(), Application.freePort(), mailPort);
        config = Config.from(settings);
    }

    /** Runs it for the sizes of the system property {@code bench.sizes}. */
    public static void main(String[] arguments) throws IOException {
        List<Integer> sizes = Arrays.stream(
                        System.getProperty("bench.sizes", "1000,100000,1000000").split(","))
                .map(size -> Integer.valueOf(size.strip()))
                .toList();
        // its mail server takes connections but never answers, so mail waits and is not measured
        try (BenchDatabase database = BenchDatabase.start();
                ServerSocket mail = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            List<PartnerId> partners = sizes.stream().map(database::partner).toList();
            Benchmark benchmark = new Benchmark(database, mail.getLocalPort());
            benchmark.andForget(() -> benchmark.pages(sizes, partners));
            benchmark.andForget(() -> benchmark.coldStart(partners.get(0)));
            Files.writeString(Path.of("target", "benchmark.md"), benchmark.report.text());
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Leaves the database as it was. */
    private void andForget(Step step) throws IOException {
        UUID mark = BenchDatabase.mark();
        try {
            step.run();
        } finally {
            database.forget(mark);
        }
    }

    private void pages(List<Integer> sizes, List<PartnerId> partners) throws IOException {
        List<SignedIn> admins = partners.stream().map(this::admin).toList();
        Map<String, String> beside = new HashMap<>(settings);
        beside.put("PORT", String.valueOf(Application.freePort()));
        String classPath = Floor.compile() + File.pathSeparator + System.getProperty("java.class.path");
        try (Application portal = run(classPath, List.of("portal.Main", "serve"), settings);
                Application floor = run(classPath, List.of(Floor.class.getName()), beside)) {
            portal.awaitPage(Asked.by(admins.get(0), portal.port()).get("/customers"));
            floor.awaitPage(Asked.by(admins.get(0), floor.port()).get(Floor.path(new UUID(0, 0))));
            try (Load load = new Load(portal.port(), () -> Cpu.of(portal.pid(), database.pid()));
                    Load floors = new Load(floor.port(), () -> Cpu.of(floor.pid(), database.pid()))) {
                Measuring measuring = new Measuring(database.database(), config, load, floors, report, seconds);
                measuring.warmUp(sizes.get(0), partners.get(0), admins.get(0));
                for (int i = 0; i < sizes.size(); i++) {
                    measuring.measure(sizes.get(i), partners.get(i), admins.get(i));
                }
                measuring.upload(partners.get(0), admins.get(0));
            }
        }
    }

    private static Application run(String classPath, List<String> program, Map<String, String> settings) {
        return Application.run(
                Stream.concat(JVM.stream(), Stream.of("-cp", classPath)).toList(), program, settings);
    }

    private SignedIn admin(PartnerId partner) {
        Vault vault = new Vault(config.keys());
        return database.database().write(handle -> SignedIn.as(handle, vault, partner.value(), "admin-agent", null));
    }

    private void coldStart(PartnerId partner) throws IOException {
        ColdStart start = new ColdStart(settings, admin(partner));
        say("Cold start to the first Customers page", start.plain());
        say("The same with class-data sharing", start.shared());
    }

    private void say(String what, ColdStart.Took took) {
        report.say("\n" + what + ": " + took.time().toMillis() + " ms, "
                + took.cpu().toMillis() + " ms of CPU.");
    }
}
