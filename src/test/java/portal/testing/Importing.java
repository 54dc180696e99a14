package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import portal.platform.database.Ids;

/** Imports customers of other portals through the pages, as the operator does. */
public final class Importing {
    /** The first line of a file. */
    public static final String COLUMNS = "partner-tenant-id,portal,customer-tenant-id,customer-name,domain,country,dap";

    private final Client operator;

    private Importing(Client operator) {
        this.operator = operator;
    }

    /** By somebody who is signed in. */
    public static Importing by(Client operator) {
        return new Importing(operator);
    }

    /** One row of a file. */
    public static String row(UUID partner, UUID customer, String name, String domain, String country, String dap) {
        return String.join(",", partner.toString(), "Azure portal", customer.toString(), name, domain, country, dap);
    }

    /** Sends a file as it is; gives what comes back without following. */
    public Answer send(byte[] file) {
        return operator.upload("/imports", Map.of("id", Ids.next().toString()), "customers.csv", file);
    }

    /** Sends rows below the usual columns, to be looked at. */
    public Read read(String... rows) {
        String file = COLUMNS + "\n" + String.join("\n", rows) + "\n";
        Answer answer = send(file.getBytes(StandardCharsets.UTF_8));
        assertEquals(303, answer.status(), answer::text);
        return new Read(answer.location().orElseThrow());
    }

    /** Sends rows and confirms them; gives the page afterwards. */
    public Answer imported(String... rows) {
        Read read = read(rows);
        return operator.submit(read.path() + "/confirmation", Map.of());
    }

    /**
     * A file that was read.
     *
     * @param path its page
     */
    public record Read(String path) {}
}
