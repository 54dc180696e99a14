package portal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import portal.enrolment.ImportCommand;
import portal.invitations.EvidenceCheck;
import portal.invitations.Links;
import portal.platform.Config;
import portal.platform.ConfigException;
import portal.platform.Resealing;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.portfolio.Resorting;
import portal.users.Changes;

/**
 * Runs the portal as its environment variables say: {@code serve}, {@code migrate} before the first start,
 * {@code import} with a file, {@code verify-evidence}, {@code reseal} when a key is changed, or {@code rebuild-sort-keys} when a release sorts names
 * otherwise.
 */
public final class Main {
    /** Exit status of a program that is asked for what it does not know (sysexits.h). */
    private static final int MISUSED = 64;

    private static final String COMMANDS =
            "Say what to do: serve, migrate, import <file>, verify-evidence, reseal or rebuild-sort-keys.";

    /** Exit status when the evidence is not as it was written. */
    private static final int BROKEN = 1;

    private Main() {}

    /** Does what the first argument says. */
    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            switch (command) {
                case "verify-evidence" -> verifyEvidence(Config.from(System.getenv()));
                case "serve" -> serve(Config.from(System.getenv()));
                case "migrate" -> migrate(Config.from(System.getenv()));
                case "import" -> importCustomers(Config.from(System.getenv()), arguments);
                case "reseal" -> reseal(Config.from(System.getenv()));
                case "rebuild-sort-keys" -> rebuildSortKeys(Config.from(System.getenv()));
                case "help", "--help", "-h" -> System.out.println(COMMANDS);
                default -> {
                    System.err.println(COMMANDS);
                    System.exit(MISUSED);
                }
            }
        } catch (RuntimeException failure) {
            // threads that were started meanwhile would keep it alive
            System.exit(Trouble.tell(failure, System.err));
        }
    }

    private static void serve(Config config) {
        App app = new App(config, Clock.systemUTC(), null, routes -> {});
        app.start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            app.drain();
                            app.close();
                        },
                        "stop"));
        System.out.println("Partner Portal is ready: " + config.baseUrl() + "/");
    }

    private static void verifyEvidence(Config config) {
        EvidenceCheck.Result result;
        try (Database database = new Database(config.databaseUrl(), 2)) {
            result = EvidenceCheck.of(database);
        }
        result.lines().forEach(System.out::println);
        if (!result.intact()) {
            System.exit(BROKEN);
        }
    }

    private static void migrate(Config config) {
        try (Database database = new Database(config.databaseUrl(), 2)) {
            new Migrations(database.dataSource()).migrate();
        }
    }

    private static void importCustomers(Config config, String... arguments) {
        if (arguments.length != 2) {
            throw new ConfigException("Say which file: import <file>.");
        }
        int status;
        try (Database database = new Database(config.databaseUrl(), 2)) {
            if (!new Migrations(database.dataSource()).current()) {
                throw new ConfigException(
                        "The database has another schema than this release; run partner-portal migrate first.");
            }
            Language language = Language.of(
                            String.valueOf(System.getenv("LANG")).split("[_.]", 2)[0])
                    .orElse(Language.EN);
            status = new ImportCommand(database, Texts.in(language), utf8(FileDescriptor.out), utf8(FileDescriptor.err))
                    .run(Path.of(arguments[1]));
        }
        System.exit(status);
    }

    /** Names and messages have letters that a plain console setting would lose. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static void reseal(Config config) {
        try (Database database = new Database(config.databaseUrl(), 2)) {
            Vault vault = new Vault(config.keys());
            tell("Links of invitations", new Links(database, vault, config).reseal());
            tell("Links of waiting mail", Outbox.reseal(database, vault));
            tell("Temporary passwords on their way to the directory", Changes.reseal(database, vault));
        }
    }

    private static void rebuildSortKeys(Config config) {
        try (Database database = new Database(config.databaseUrl(), 2)) {
            System.out.println("Rows of the Customers pages sorted anew: " + new Resorting(database).resortAll());
        }
    }

    private static void tell(String what, Resealing.Count count) {
        System.out.println(what + ": " + count.resealed() + " sealed anew with the current key, " + count.unreadable()
                + " left whose key is not in PORTAL_KEY.");
    }
}
