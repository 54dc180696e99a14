package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoMailServer;
import portal.demo.EmbeddedDatabase;
import portal.platform.database.Database;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Waiting;

/** The whole portal is killed again and again while people work: what they were told was done stays done, once. */
class CrashTest {
    private static final Path FOLDER = Path.of("target", "crash-test").toAbsolutePath();
    private static final int KILLS = 3;
    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> SENDERS = List.of("direct-admin", "direct-global");
    private static final List<String> ASKERS = List.of(
            "direct-admin", "reseller-admin", "reseller2-admin", "provider-admin", "provider2-admin", "dual-admin");
    private static final List<String> CUSTOMERS = List.of("customer-a-global", "customer-b-global");

    private final Map<String, Client> people = new HashMap<>();
    private final Set<String> sentTo = ConcurrentHashMap.newKeySet();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<Request> requests = new ArrayDeque<>();
    private final Random random = new Random();
    private URI address;
    private Process process;
    private volatile boolean running;
    private int sends;

    /** Something one partner asks one customer. */
    private record Request(String asker, String capacity, boolean delegatedAdmin, String customer) {}

    @BeforeEach
    void prepare() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        Files.createDirectories(FOLDER);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = URI.create("http://localhost:" + socket.getLocalPort());
        }
        for (boolean delegatedAdmin : new boolean[] {false, true}) {
            for (String customer : CUSTOMERS) {
                ASKERS.forEach(asker -> requests.add(new Request(asker, "direct-bill", delegatedAdmin, customer)));
                requests.add(new Request("dual-admin", "indirect-reseller", delegatedAdmin, customer));
            }
        }
    }

    @AfterEach
    void tidyUp() throws InterruptedException {
        running = false;
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        // a server the killed portal left running is stopped by the next start
        withRows(rows -> assertTrue(rows.count("organization") > 0));
    }

    @Test
    void nothingAcknowledgedIsLostOrDoneTwiceOrHalfDone() throws Exception {
        startPortal();
        Stream.of(SENDERS, ASKERS, CUSTOMERS)
                .flatMap(List::stream)
                .distinct()
                .forEach(person -> people.put(person, Client.at(address).signIn(person, "/")));
        for (int kill = 1; kill <= KILLS; kill++) {
            workUntilKilled();
            if (kill < KILLS) {
                startPortal();
            }
        }
        assertFalse(sentTo.isEmpty(), "some mail was acknowledged");
        assertFalse(accepted.isEmpty(), "some acceptance was acknowledged");

        withRows(rows -> rows.change("update outbox_mail set due_at = utc_timestamp(6) where due_at is not null"));
        startPortal();
        Waiting.until("all acknowledged mail has arrived", Duration.ofSeconds(30), () -> recipients()
                .containsAll(sentTo));
        letItFinish();
        withRows(CrashTest::nothingIsHalf);
        withRows(this::acknowledgedStands);
        noMailHasTwoNames();
    }

    private void startPortal() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "portal.demo.Demo");
        builder.environment().put("PORT", String.valueOf(address.getPort()));
        builder.environment().put("PORTAL_DATA", FOLDER.toString());
        builder.environment().keySet().removeAll(Set.of("DB_URL", "JAVA_TOOL_OPTIONS"));
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        FOLDER.resolve("portal.log").toFile()))
                .start();
        Waiting.until("the portal serves again", START, this::ready);
    }

    private boolean ready() {
        assertTrue(process.isAlive(), () -> "the portal starts again; see " + FOLDER.resolve("portal.log"));
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/health/ready"));
            return Client.at(address).send(request).status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** One sends mail and one accepts, until the portal dies under them. */
    private void workUntilKilled() throws InterruptedException {
        running = true;
        Thread sending = new Thread(() -> repeat(this::send), "sending");
        Thread accepting = new Thread(() -> repeat(this::accept), "accepting");
        sending.start();
        accepting.start();
        TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1_500));
        process.destroyForcibly().waitFor();
        running = false;
        sending.join();
        accepting.join();
    }

    private void repeat(Runnable deed) {
        while (running) {
            try {
                deed.run();
            } catch (RuntimeException | AssertionError killedMeanwhile) {
                // nothing was acknowledged, so nothing is expected
            }
        }
    }

    private void send() {
        Client sender = people.get(SENDERS.get(++sends % SENDERS.size()));
        String recipient = "customer-" + sends + "@somewhere.example";
        Asking.Asked asked =
                Asking.by(sender).with("domain", "").with("email", recipient).asked();
        Answer answer = sender.post(asked.path() + "/deliveries", asked.draft());
        if (answer.status() == 303) {
            sentTo.add(recipient);
        }
    }

    private void accept() {
        Request request = requests.poll();
        if (request == null) {
            running = false;
            return;
        }
        Asking.Asked asked = Asking.by(people.get(request.asker()))
                .with("domain", "")
                .with("capacity", request.capacity())
                .with("delegated-admin", request.delegatedAdmin() ? "yes" : null)
                .asked();
        Client customer = people.get(request.customer());
        Answer answer = customer.post(asked.link() + "/acceptance", Accepting.fields(customer, asked.link()));
        if (answer.status() == 303) {
            accepted.add(asked.path().substring("/invitations/".length()));
        }
    }

    private void letItFinish() throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the portal stops when asked to");
    }

    private void withRows(Consumer<Rows> work) {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(FOLDER.resolve("db"), List.of("portal"));
                Database database = new Database(server.jdbcUrl("portal"), 2)) {
            work.accept(Rows.of(database));
        }
    }

    private void acknowledgedStands(Rows rows) {
        List<String> acceptedIds = rows.texts("select id from invitation where state = 'accepted'");
        assertTrue(acceptedIds.containsAll(accepted), () -> accepted + " among " + acceptedIds);
        List<String> recipients = rows.texts("select recipient from outbox_mail where sent_at is not null");
        assertTrue(recipients.containsAll(sentTo), () -> sentTo + " among " + recipients);
    }

    private static void nothingIsHalf(Rows rows) {
        assertEquals(rows.count("invitation", "state = 'accepted'"), rows.count("acceptance_evidence"));
        assertEquals(rows.count("acceptance_evidence"), rows.count("invitation_event", "kind = 'accepted'"));
        assertEquals(rows.count("acceptance_evidence"), rows.count("outbox_mail", "kind = 'accepted'"));
        assertEquals(rows.count("acceptance_evidence"), rows.count("outbox_mail", "kind = 'accepted-by-you'"));
        assertEquals(
                rows.texts("select distinct customer_id from acceptance_evidence")
                        .size(),
                rows.count("agreement_acceptance", "customer_id in (select customer_id from acceptance_evidence)"));
        assertEquals(
                List.of(),
                rows.texts(
                        """
                        select e.invitation_id from acceptance_evidence e
                          join invitation_party p on p.invitation_id = e.invitation_id
                          left join relationship r on r.partner_id = p.partner_id and r.capacity = p.capacity
                            and r.customer_id = e.customer_id and r.ended_at is null
                          left join portfolio_entry f on f.partner_id = p.partner_id and f.capacity = p.capacity
                            and f.customer_id = e.customer_id and f.state = 'active'
                        where r.id is null or f.id is null
                        """),
                "evidence without a relationship or its row");
        assertEquals(
                List.of(),
                rows.texts(
                        """
                        select r.id from relationship r
                        where r.customer_id < '7e4a47c0-0000-4000-8000-000000000099'
                          and not exists (select 1 from acceptance_evidence e
                            join invitation_party p on p.invitation_id = e.invitation_id
                            where e.customer_id = r.customer_id and p.partner_id = r.partner_id
                              and p.capacity = r.capacity)
                          and r.began_at >= (select min(accepted_at) from acceptance_evidence)
                        """),
                "relationships without evidence");
        for (String table : List.of("invitation_draft", "invitation_link")) {
            assertEquals(rows.count("invitation"), rows.count(table), table);
        }
        assertEquals(rows.count("invitation"), rows.count("invitation_party", "inviter"));
        assertEquals(
                rows.count("invitation", "partnership_id is not null"), rows.count("invitation_party", "not inviter"));
        assertEquals(rows.count("invitation"), rows.count("invitation_event", "kind = 'drafted'"));
        assertEquals(rows.count("outbox_mail", "kind = 'invitation'"), rows.count("invitation_event", "kind = 'sent'"));
        assertEquals(
                rows.count("outbox_mail", "kind = 'invitation' and sent_at is not null"),
                rows.count("invitation_event", "kind = 'delivered'"));
    }

    private Set<String> recipients() {
        Set<String> recipients = new HashSet<>();
        mails().forEach(mail -> recipients.addAll(mail.recipients()));
        return recipients;
    }

    private void noMailHasTwoNames() {
        Map<String, Set<String>> names = new HashMap<>();
        mails().stream()
                .filter(mail -> mail.recipients().get(0).endsWith("@somewhere.example"))
                .forEach(mail -> names.computeIfAbsent(mail.recipients().get(0), unused -> new HashSet<>())
                        .addAll(mail.headers().get("Message-ID")));
        names.forEach((recipient, ids) -> assertEquals(1, ids.size(), recipient));
    }

    private static List<DemoMailServer.Mail> mails() {
        try (DemoMailServer mailbox = DemoMailServer.start(FOLDER.resolve("mail"), 0)) {
            return mailbox.mails();
        }
    }
}
