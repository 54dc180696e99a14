package portal.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.invitations.Links;
import portal.platform.mail.Outbox;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class ResealingTest {
    private static final byte[] OLD = key(1);
    private static final byte[] NEW = key(2);
    private static final byte[] LOST = key(3);
    private static final int MORE = 1_200;
    private static TestApp app;

    @BeforeAll
    static void start() {
        // nothing listens there, so mail waits with its link
        app = TestApp.start(Map.of("PORTAL_KEY", text(OLD), "SMTP_URL", "smtp://127.0.0.1:1"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void whatAnOldKeySealedIsReadWithoutItAfterwards() {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();
        partner.submit(asked.path() + "/deliveries", asked.draft());
        byte[] waiting = one("select link_sealed from outbox_mail where link_sealed is not null");
        UUID invitation = UUID.fromString(asked.path().substring(asked.path().lastIndexOf('/') + 1));
        addLinks(invitation, MORE, new Vault(List.of(OLD)));
        addLinks(invitation, 3, new Vault(List.of(LOST)));
        Vault both = new Vault(List.of(NEW, OLD));
        Links links = links(both, "true");
        assertFalse(both.current(waiting));

        assertEquals(new Resealing.Count(MORE + 1, 3), links.reseal());
        assertEquals(new Resealing.Count(1, 0), Outbox.reseal(app.database(), both));
        assertEquals(new Resealing.Count(0, 3), links.reseal(), "again there is nothing to do");
        assertEquals(new Resealing.Count(0, 0), Outbox.reseal(app.database(), both));

        Vault alone = new Vault(List.of(NEW));
        byte[] resealed = one("select link_sealed from outbox_mail where link_sealed is not null");
        assertTrue(alone.current(resealed));
        assertEquals(
                asked.link().replaceFirst(".*/", ""),
                alone.open("mail link", resealed).replaceFirst(".*/", ""));
        try (TestApp without = app.secondNode(Map.of("PORTAL_KEY", text(NEW)))) {
            Client again = without.as("direct-admin");
            app.database()
                    .write(handle -> handle.execute(
                            "update invitation_link set dead_at = made_at where secret_digest <> ?",
                            Vault.digest(asked.link().replaceFirst(".*/", ""))));
            assertTrue(again.get(asked.path() + "/draft")
                    .text()
                    .contains(asked.link().replaceFirst(".*/", "")));
        }
    }

    @Test
    void somebodySignedInUnderTheOldKeySignsOutUnderTheNewOne() {
        Client partner = app.as("direct-global");
        try (TestApp without = app.secondNode(Map.of("PORTAL_KEY", text(NEW)))) {
            Client moved = partner.movedTo(without.address());
            assertEquals(200, moved.get("/customers").status());
            assertEquals(303, moved.post("/sign-out", Map.of()).status());
            assertEquals(303, moved.get("/customers").status());
        }
    }

    @Test
    void whereLinksAreNotShownAgainTheirCopiesAreErased() {
        Asking.by(app.as("reseller-admin")).asked();

        links(new Vault(List.of(OLD)), "false").reseal();

        int copies = app.database().read(handle -> handle.createQuery(
                        "select count(*) from invitation_link where secret_sealed is not null")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, copies);
    }

    private static Links links(Vault vault, String shownAgain) {
        return new Links(app.database(), vault, app.config(Map.of("LINKS_SHOWN_AGAIN", shownAgain)));
    }

    private static void addLinks(UUID invitation, int count, Vault vault) {
        app.database().write(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "insert into invitation_link (secret_digest, invitation_id, secret_sealed, made_at)"
                            + " values (?, ?, ?, '2020-01-01')");
            for (int i = 0; i < count; i++) {
                String secret = vault.secret();
                batch.add(Vault.digest(secret), invitation, vault.seal("invitation secret", secret));
            }
            return batch.execute();
        });
    }

    private static byte[] one(String query) {
        return app.database()
                .read(handle -> handle.createQuery(query).mapTo(byte[].class).one());
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    private static String text(byte[] key) {
        return new String(Base64.getEncoder().encode(key), StandardCharsets.US_ASCII);
    }
}
