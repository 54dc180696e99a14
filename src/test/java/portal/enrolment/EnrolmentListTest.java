package portal.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.TestDatabase;

/** The operator's list: pending first, filters, search, pages. */
class EnrolmentListTest {
    private static final int PAGE = 50;
    private static Database few;
    private static Database many;
    private static TestApp app;
    private static Client operator;

    @BeforeAll
    static void start() {
        // one connection each, so that their counters tell what a call has read
        few = filled(600);
        many = filled(20_000);
        app = TestApp.start();
        fill(app.database(), 120);
        operator = app.as("operator");
    }

    @AfterAll
    static void stop() {
        app.close();
        few.close();
        many.close();
    }

    private static Database filled(int partners) {
        Database database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        fill(database, partners);
        return database;
    }

    /** Every tenth waits, every hundredth is suspended; two of each second were sent. */
    private static void fill(Database database, int partners) {
        for (int from = 0; from < partners; from += 1_000) {
            int first = from;
            int end = Math.min(partners, from + 1_000);
            database.write(handle -> {
                PreparedBatch organizations = handle.prepareBatch(
                        """
                        insert into organization
                          (id, kind, state, legal_name, country, cloud, address_line1, city, mpn_id, language, time_zone,
                           created_at)
                        values (:id, 'partner', 'active', :name, 'CZ', 'public', 'x', 'x', :mpn, 'cs', 'Europe/Prague',
                          '2026-01-01')
                        """);
                PreparedBatch enrolments = handle.prepareBatch(
                        """
                        insert into enrolment (organization_id, state, submitted_at)
                        values (:id, :state, '2026-01-01' + interval :second second)
                        """);
                for (int i = first; i < end; i++) {
                    UUID id = id(i);
                    organizations
                            .bind("id", id)
                            .bind("name", "Firma " + i + " s.r.o.")
                            .bind("mpn", String.valueOf(5_000_000 + i))
                            .add();
                    enrolments
                            .bind("id", id)
                            .bind("state", i % 10 == 0 ? "pending" : i % 100 == 1 ? "suspended" : "active")
                            .bind("second", i / 2)
                            .add();
                }
                organizations.execute();
                enrolments.execute();
                return null;
            });
        }
    }

    private static UUID id(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    @Test
    void pagesAreWholeInBothDirectionsAndBeginWithThoseWhoWait() {
        for (Optional<EnrolmentState> state : List.of(
                Optional.<EnrolmentState>empty(),
                Optional.of(EnrolmentState.ACTIVE),
                Optional.of(EnrolmentState.PENDING))) {
            EnrolmentQuery query = new EnrolmentQuery(few, state);
            List<EnrolmentRow> down = new ArrayList<>();
            EnrolmentQuery.Part part = query.first(PAGE);
            while (true) {
                down.addAll(part.rows());
                if (part.next() == null) {
                    break;
                }
                part = query.after(part.next(), PAGE);
            }
            List<EnrolmentRow> up = new ArrayList<>(reversed(part.rows()));
            while (part.previous() != null) {
                part = query.before(part.previous(), PAGE);
                up.addAll(reversed(part.rows()));
            }
            Collections.reverse(up);
            assertEquals(down, up);
            assertEquals(down.size(), new HashSet<>(down).size());
            int expected = state.isEmpty() ? 600 : state.get() == EnrolmentState.PENDING ? 60 : 534;
            assertEquals(expected, down.size());
            if (state.isEmpty()) {
                assertTrue(down.subList(0, 60).stream().allMatch(row -> row.state() == EnrolmentState.PENDING));
                assertTrue(down.subList(60, 600).stream().noneMatch(row -> row.state() == EnrolmentState.PENDING));
            }
        }
    }

    private static List<EnrolmentRow> reversed(List<EnrolmentRow> rows) {
        List<EnrolmentRow> turned = new ArrayList<>(rows);
        Collections.reverse(turned);
        return turned;
    }

    @Test
    void everyPageReadsTheSameHoweverManyPartnersThereAre() {
        for (Optional<EnrolmentState> state :
                List.of(Optional.<EnrolmentState>empty(), Optional.of(EnrolmentState.ACTIVE))) {
            long small = reads(few, () -> new EnrolmentQuery(few, state).first(PAGE));
            assertTrue(small <= 4 * (PAGE + 1), "first page reads " + small);
            assertEquals(small, reads(many, () -> new EnrolmentQuery(many, state).first(PAGE)), "" + state);
            UUID deep = id(10_003);
            long after = reads(many, () -> new EnrolmentQuery(many, state).after(deep, PAGE));
            assertTrue(after <= small + 8, "a deep page reads " + after + " instead of " + small);
            long before = reads(many, () -> new EnrolmentQuery(many, state).before(deep, PAGE));
            assertTrue(before <= small + 8, "a deep page reads " + before + " instead of " + small);
        }
    }

    @Test
    void searchReadsNoMoreThanItMay() {
        EnrolmentQuery all = new EnrolmentQuery(many, Optional.empty());
        long reads = reads(many, () -> all.search("Firma", Optional.empty(), PAGE));
        assertTrue(reads <= 9L * EnrolmentQuery.MOST, "a search reads " + reads);
        assertEquals(List.of("Firma 19999 s.r.o."), names(all.search("firma 19999", Optional.empty(), PAGE)));
        assertEquals(List.of("Firma 777 s.r.o."), names(all.search("5000777", Optional.empty(), PAGE)));
        assertEquals(List.of("Firma 42 s.r.o."), names(all.search("x", Optional.of(id(42)), PAGE)));
        assertEquals(List.of(), names(all.search("%", Optional.empty(), PAGE)));
        assertEquals(
                List.of(),
                names(new EnrolmentQuery(many, Optional.of(EnrolmentState.DECLINED))
                        .search("5000777", Optional.empty(), PAGE)));
    }

    private static List<String> names(List<EnrolmentRow> rows) {
        return rows.stream().map(EnrolmentRow::legalName).toList();
    }

    @Test
    void operatorLooksThroughThePages() {
        Answer first = operator.get("/enrolments");
        assertEquals(50, first.page().select("tbody tr").size());
        assertTrue(
                first.text().length() < 30_000, "the page has " + first.text().length());
        assertEquals(
                Texts.in(Language.EN).text("enrolment.state.pending"),
                first.page().selectFirst("tbody .badge").text());
        assertTrue(operator.get("/").page().select("nav a[href=/enrolments]").size() == 1);
        String next = first.page().selectFirst(".pager a[rel=next]").attr("href");
        Answer second = operator.get(next);
        assertEquals(200, second.status());
        Element back = second.page().selectFirst(".pager a[rel=prev]");
        assertEquals(
                first.page().select("tbody th").eachText(),
                operator.get(back.attr("href")).page().select("tbody th").eachText());
        assertEquals(
                12,
                operator.get("/enrolments?state=pending")
                        .page()
                        .select("tbody tr")
                        .size());
        assertTrue(operator.get("/enrolments?state=declined").page().text().contains("No partner matches"));
        assertEquals(
                List.of("Kék Duna Informatika Zrt."),
                operator.get("/enrolments?q=kek+duna").page().select("tbody th").eachText());
        assertEquals(
                List.of("Kék Duna Informatika Zrt."),
                operator.get("/enrolments?q=7E4A47C0-0000-4000-8000-000000000001")
                        .page()
                        .select("tbody th")
                        .eachText());
        assertEquals(
                50,
                operator.get("/enrolments?q=Firma").page().select("tbody tr").size());
        assertTrue(operator.get("/enrolments?q=Firma")
                        .page()
                        .select(".notice.info")
                        .size()
                == 1);
        assertFalse(operator.get("/enrolments?q=%25").page().text().contains("Firma 1"));
    }

    @Test
    void oddAddressesAreAnsweredCalmly() {
        for (String query : List.of(
                "?state=x", "?q=" + "x".repeat(3_000), "?q=%00%E2%80%AE", "?after=x", "?q=%F0%9F%8F%94", "?state=")) {
            assertEquals(200, operator.get("/enrolments" + query).status(), query);
        }
        assertEquals(303, operator.get("/enrolments?after=" + UUID.randomUUID()).status());
    }

    @Test
    void listIsReadInEveryLanguage() {
        for (Language language : Language.values()) {
            Answer page = app.as("operator").preferring(language.code()).get("/enrolments");
            assertEquals(Texts.in(language).text("enrolment.index.title"), page.heading());
        }
    }

    private static long reads(Database database, Runnable call) {
        long before = counters(database);
        long ofCounting = counters(database) - before;
        call.run();
        return counters(database) - before - 2 * ofCounting;
    }

    private static long counters(Database database) {
        return database.read(
                handle -> handle
                        .createQuery("show session status like 'Handler_read%'")
                        .map((row, context) -> row.getLong("Value"))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
