package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portal.demo.DemoMailServer;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Busy;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.TestDatabase;
import portal.testing.Waiting;
import portal.testing.Wire;

/**
 * Eight people work while the database or the mail server is away. For how long says {@code -Doutage.seconds}: a few
 * seconds in the usual run, thirty with the profile {@code outages}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageUnderLoadTest {
    private static final int SECONDS = Integer.getInteger("outage.seconds", 2);
    /**
     * The promise is one second, beyond what the processors need when all is well; the usual run shares them with other
     * tests and looks only for waiting.
     */
    private static final Duration SOON = Duration.ofSeconds(SECONDS < 30 ? 3 : 1);

    private static final Duration RECOVERY = Duration.ofSeconds(SECONDS < 30 ? 8 : 5);
    private static final int FEW_THREADS = 80;
    private static final int MOST_MAILS = 60;

    private final Wire database = new Wire(TestDatabase.newSchema());
    private final DemoMailServer mailServer =
            DemoMailServer.start(Path.of("target", "test-mail", Ids.next().toString()), 0);
    private final Wire mail = new Wire("smtp://127.0.0.1:" + mailServer.port() + "/");
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mails = new AtomicInteger();
    private TestApp app;
    private Cast cast;
    private String customer;

    /** How a server is away. */
    enum Way {
        REFUSED(Wire::refuse),
        SILENT(Wire::freeze),
        DYING(wire -> {
            wire.breakAt(Wire.Break.BEFORE_ITS_ANSWER);
            sleep(Duration.ofMillis(200));
            wire.cut();
        });

        private final Consumer<Wire> how;

        Way(Consumer<Wire> how) {
            this.how = how;
        }
    }

    @BeforeAll
    void start() {
        String smtp = mail.url().replaceFirst("/$", "");
        app = TestApp.start(Map.of("DB_URL", database.url(), "SMTP_URL", smtp));
        cast = new Cast(app);
        customer = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(105), true);
    }

    @AfterAll
    void stop() {
        app.close();
        database.close();
        mail.close();
        mailServer.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whileTheDatabaseIsAwayNobodyWaitsAndNothingAcknowledgedIsLost(Way way) throws InterruptedException {
        Client stranger = app.nobody();
        String style = stranger.get("/").page().select("link[rel=stylesheet]").attr("href");
        Busy people = new Busy()
                .with("stranger", () -> stranger.get("/"))
                .with("stranger", () -> app.nobody().get(style))
                .with("reader", reader("direct-admin", "/customers"))
                .with("reader", reader("direct-global", "/activity"))
                .with("reader", reader("direct-global", customer));
        for (String person : List.of("direct-admin", "direct-global", "direct-helpdesk")) {
            Client writer = cast.of(person);
            writer.get(customer);
            String token = writer.token();
            people.with("writer", () -> write(writer, token));
        }

        Outage outage = during(people, () -> way.how.accept(database), database::mend);

        outage.tell("database", way);
        List<Busy.Asked> away = outage.whileAway();
        away.forEach(asked ->
                assertEquals(asked.what().equals("stranger") ? 200 : 503, settled(asked, outage), asked::toString));
        away.stream()
                .filter(asked -> asked.status() == 503)
                .forEach(asked -> assertEquals("5", asked.retryAfter(), asked::toString));
        Rows rows = Rows.of(app);
        assertEquals(List.of(), rows.texts("select body from customer_note group by body having count(*) > 1"));
        Set<String> kept = new HashSet<>(rows.texts("select body from customer_note"));
        assertTrue(kept.containsAll(written), "what was acknowledged is there");
        assertTrue(written.size() > 10, "much was written");
    }

    /** Just before it is known, the last answers of the server still arrive, and one finds what was let through. */
    private static int settled(Busy.Asked asked, Outage outage) {
        boolean early = asked.at().isBefore(outage.from().plus(SOON));
        boolean stillServed = early && (asked.status() == 200 || asked.status() == 303);
        return stillServed && !asked.what().equals("stranger") ? 503 : asked.status();
    }

    private Supplier<Answer> reader(String person, String path) {
        Client client = cast.of(person);
        return () -> client.get(path);
    }

    private Answer write(Client writer, String token) {
        String note = "Note " + Ids.next();
        Map<String, String> fields = Map.of("id", Ids.next().toString(), "note", note, "csrf", token);
        Answer answer = writer.post(customer + "/notes", fields);
        if (answer.status() == 303) {
            written.add(note);
        }
        return answer;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whileTheMailServerIsAwayAllGoesOnAndMailWaits(Way way) throws InterruptedException {
        app.clock().pass(Duration.ofMinutes(11));
        mails.set(mails.get() / 1_000 * 1_000 + 1_000);
        Busy people = new Busy();
        for (String person : List.of("direct-admin", "direct-global", "reseller-admin", "provider-admin")) {
            people.with("reader", reader(person, "/customers"));
            Client sender = cast.of(person);
            people.with("sender", () -> send(sender));
        }

        Outage outage = during(people, () -> way.how.accept(mail), mail::mend);

        outage.tell("mail server", way);
        outage.all().forEach(asked -> assertTrue(asked.status() == 200 || asked.status() == 303, asked::toString));
        Waiting.until("all mail has arrived", Duration.ofSeconds(20), () -> recipients()
                .keySet()
                .containsAll(acknowledged));
        System.out.println("outage of the mail server, " + way + ": " + acknowledged.size() + " mails, the last "
                + Duration.between(outage.to(), Instant.now()).toMillis() + " ms after it was back");
        recipients().forEach((recipient, ids) -> assertEquals(1, ids.size(), recipient));
    }

    /** Each sends a few mails spread over the time, because more are not allowed. */
    private Answer send(Client sender) {
        sleep(Duration.ofMillis(SECONDS * 1_000L / 15));
        int number = mails.incrementAndGet();
        if (number % 1_000 > MOST_MAILS) {
            return sender.get("/customers");
        }
        String recipient = "customer-" + number + "@somewhere.example";
        Asking.Asked asked =
                Asking.by(sender).with("domain", "").with("email", recipient).asked();
        Answer answer = sender.post(asked.path() + "/deliveries", asked.draft());
        if (answer.status() == 303) {
            acknowledged.add(recipient);
        }
        return answer;
    }

    private Map<String, Set<String>> recipients() {
        Map<String, Set<String>> ids = new HashMap<>();
        mailServer.mails().forEach(mail -> ids.computeIfAbsent(mail.recipients().get(0), unused -> new HashSet<>())
                .addAll(mail.headers().get("Message-ID")));
        return ids;
    }

    /**
     * What happened.
     *
     * @param threads the web server's threads at the end of the time
     */
    private record Outage(List<Busy.Asked> all, Instant from, Instant to, long threads) {
        List<Busy.Asked> whileAway() {
            return all.stream().filter(asked -> asked.sentWithin(from, to)).toList();
        }

        void tell(String what, Way way) {
            Duration slowest = Busy.slowest(all, asked -> asked.sentWithin(from, to));
            Duration after = Busy.slowest(all, asked -> asked.at().isAfter(to));
            Duration recovery = Busy.recovery(all, to);
            System.out.println("outage of the " + what + ", " + way + ", " + SECONDS + " s: "
                    + all.size() + " requests, " + whileAway().size() + " meanwhile, slowest " + slowest.toMillis()
                    + " ms, after it " + after.toMillis() + " ms, served again after " + recovery.toMillis() + " ms, "
                    + threads + " threads, "
                    + all.stream().collect(Collectors.groupingBy(Busy.Asked::status, Collectors.counting())));
            Duration noise = Busy.slowest(all, asked -> !asked.sentWithin(from, to));
            assertTrue(slowest.compareTo(SOON.plus(noise)) < 0, () -> "slowest " + slowest + ", noise " + noise);
            assertTrue(recovery.compareTo(RECOVERY) < 0, () -> "recovery " + recovery);
            assertTrue(threads < FEW_THREADS, () -> threads + " threads");
        }
    }

    private static Outage during(Busy people, Runnable begin, Runnable end) throws InterruptedException {
        people.start();
        sleep(Duration.ofSeconds(1));
        Instant from = Instant.now();
        begin.run();
        sleep(Duration.ofSeconds(SECONDS));
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("JettyServerThreadPool"))
                .count();
        Instant to = Instant.now();
        end.run();
        sleep(Duration.ofSeconds(3));
        return new Outage(people.stop(), from, to, threads);
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
