package portal;

import java.time.Clock;
import portal.invitations.EvidenceCheck;
import portal.invitations.Links;
import portal.platform.Config;
import portal.platform.ConfigException;
import portal.platform.Resealing;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.mail.Outbox;
import portal.users.Changes;

/**
 * Runs the portal as its environment variables say: {@code serve}, {@code migrate} before the first start,
 * {@code verify-evidence}, or {@code reseal} when a key is changed.
 */
public final class Main {
    /** Exit status of a program that is set up wrongly (sysexits.h). */
    private static final int MISCONFIGURED = 78;

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
                case "reseal" -> reseal(Config.from(System.getenv()));
                default -> throw new ConfigException("Say what to do: serve, migrate, verify-evidence or reseal.");
            }
        } catch (ConfigException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(MISCONFIGURED);
        }
    }

    private static void serve(Config config) {
        App app = new App(config, Clock.systemUTC(), null, routes -> {});
        app.start();
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
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

    private static void reseal(Config config) {
        try (Database database = new Database(config.databaseUrl(), 2)) {
            Vault vault = new Vault(config.keys());
            tell("Links of invitations", new Links(database, vault, config).reseal());
            tell("Links of waiting mail", Outbox.reseal(database, vault));
            tell("Temporary passwords on their way to the directory", Changes.reseal(database, vault));
        }
    }

    private static void tell(String what, Resealing.Count count) {
        System.out.println(what + ": " + count.resealed() + " sealed anew with the current key, " + count.unreadable()
                + " left whose key is not in PORTAL_KEY.");
    }
}
