package portal.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Seats;
import portal.testing.Serving;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** Many users at once: from files, and ticked in the list. */
class UploadTest {
    private static final UUID TENANT = DemoPeople.person("customer-a-global").tenant();
    private static final String HEADER = "Sign-in name,First name,Last name,Display name,Usage location,Licences\r\n";
    private static final String AT = "@jizerske-sklo.example";

    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;
    private static Client admin;
    private static String customer;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        rows = Rows.of(app);
        admin = cast.of("direct-admin");
        customer = Serving.with(admin, cast.of("customer-a-global"));
        Adding.added(admin, customer, "here.already");
        Seats.of(app, TENANT, "Three Seats", 3);
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    private static Answer upload(String content) {
        return upload(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer upload(byte[] content) {
        return admin.upload(customer + "/users/uploads", Map.of(), "file", "people.csv", content);
    }

    private static String read(String content) {
        Answer answer = upload(content);
        assertEquals(303, answer.status(), () -> answer.page().select("#errors").text());
        return answer.location().orElseThrow();
    }

    @Test
    void filesThatAreNoneAreToldApart() {
        long before = rows.count("user_batch", "state <> 'reading'");
        for (String file : List.of("", "\uFEFF", "Name,Mail\r\na,b\r\n", "\u0000\u0001", HEADER, HEADER + ",,,\r\n")) {
            Answer answer = upload(file);
            assertEquals(422, answer.status(), file);
            assertEquals(List.of("file"), answer.wrongFields(), file);
        }
        assertEquals(422, upload(HEADER + "\"" + "x".repeat(600_000)).status());
        assertEquals(415, admin.post(customer + "/users/uploads", Map.of()).status());
        assertEquals(before, rows.count("user_batch", "state <> 'reading'"));
    }

    @Test
    void everyRowIsShownWithWhatIsWrongBeforeAnythingIsAdded() {
        long before = rows.count("customer_user");
        String batch = read(HEADER
                + "good.one" + AT + ",Anna,Malá,,,\r\n"
                + "GOOD.Two" + AT + ",Jiří,Velký,Jirka,Polsko,Three Seats | THREE-SEATS\r\n"
                + "here.already" + AT + ",A,B,,,\r\n"
                + "good.one" + AT + ",A,B,,,\r\n"
                + "other@elsewhere.example,A,B,,,\r\n"
                + "no at,A,B,,,\r\n"
                + "no.first" + AT + ",,B,,,\r\n"
                + "no.last" + AT + ",A,\u200B,,,\r\n"
                + "long.name" + AT + ",A,B," + "x".repeat(300) + ",,\r\n"
                + "no.country" + AT + ",A,B,,Nowhere,\r\n"
                + "no.product" + AT + ",A,B,,CZ,Nothing\r\n"
                + "=1+1" + AT + ",A,B,,CZ,\r\n");
        Document page = admin.get(batch).page();
        assertEquals(before, rows.count("customer_user"));
        assertEquals(12, page.select("tbody tr").size());
        assertEquals("Add 2 users", page.select("form .primary").text());
        assertEquals(
                List.of(
                        "taken",
                        "twice",
                        "other-domain",
                        "sign-in-name",
                        "first-name",
                        "last-name",
                        "display-name",
                        "country",
                        "licence",
                        "sign-in-name"),
                rows.texts(
                        "select problem from user_batch_row where batch_id = ? and problem is not null order by number",
                        batch.substring(batch.lastIndexOf('/') + 1)));
        assertEquals(
                10, admin.get(batch + "?show=wrong").page().select("tbody tr").size());
        assertEquals(404, cast.of("reseller-admin").get(batch).status());

        Document done = admin.submit(batch + "/confirmation", Map.of()).page();
        assertTrue(done.select(".notice.warn").text().startsWith("Done for 2 users"), done.text());
        admin.submit(batch + "/confirmation", Map.of());
        assertEquals(before + 2, rows.count("customer_user"));
        Map<String, Object> second = rows.row("select * from customer_user where sign_in_name = ?", "good.two" + AT);
        assertEquals("Jirka", second.get("display_name"));
        assertEquals("PL", second.get("country"));
        assertEquals(1, rows.count("activity_entry", "action = 'users-uploaded' and new_value = '2'"));
        String csv = admin.get(batch + "/rows.csv").text();
        assertTrue(csv.contains("'=1+1" + AT) && csv.contains("Added"), csv);
    }

    @Test
    void fileIsReadAsSpreadsheetsOfAllLanguagesWriteIt() {
        for (String header : List.of(
                "\uFEFFPřihlašovací jméno;Jméno;Příjmení",
                "Nazwa logowania;Imię;Nazwisko",
                "Bejelentkezési név;Utónév;Vezetéknév",
                "sign_in_name,first_name,last_name")) {
            String separator = header.contains(";") ? ";" : ",";
            String batch = read(header + "\n" + String.join(separator, "lang" + AT, "Ö", "Ü") + "\n");
            assertEquals(
                    "Add 1 user",
                    admin.get(batch).page().select("form .primary").text());
        }
        byte[] windows = (HEADER + "win" + AT + ",Žofie,Šťastná,,,\r\n").getBytes(Charset.forName("windows-1250"));
        String batch = upload(windows).location().orElseThrow();
        assertTrue(admin.get(batch).page().text().contains("Save the file as CSV in UTF-8"));
        assertTrue(admin.get(customer + "/users/upload/template.csv").text().contains("Sign-in name"));
    }

    @Test
    void licencesGoToTheFirstRowsAndTheOthersAreToldWhatIsMissing() {
        String product = Seats.of(app, TENANT, "Two Seats", 2);
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 3; i++) {
            file.append("seat" + i + AT + ",A,B,,,Two Seats\r\n");
        }
        String batch = read(file.toString());
        Document done = admin.submit(batch + "/confirmation", Map.of()).page();
        assertTrue(done.select("tbody tr").last().text().contains("No seat free for: Two Seats"), done.text());
        assertEquals("2", rows.text("select assigned from seat_pool where product_id = ?", product));
    }

    @Test
    void twoThousandUsersAreAddedOnceWhoeverConfirms() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 2000; i++) {
            file.append("many" + i + AT + ",Jan " + i + ",Novák,,CZ,\r\n");
        }
        String batch = read(file.toString());
        Client there = second.as("direct-admin");
        there.get("/");
        admin.get(batch);
        new Crowd<Answer>()
                .with(() -> admin.post(batch + "/confirmation", Map.of()))
                .with(() -> there.post(batch + "/confirmation", Map.of()))
                .with(() -> admin.post(batch + "/confirmation", Map.of()))
                .go();
        String id = batch.substring(batch.lastIndexOf('/') + 1);
        Waiting.until("all are added", java.time.Duration.ofSeconds(60), () -> rows.text(
                        "select state from user_batch where id = ?", id)
                .equals("done"));
        assertEquals(2000, rows.count("customer_user", "sign_in_name like 'many%'"));
        assertEquals("2000", rows.text("select done_count from user_batch where id = ?", id));
        assertEquals(1, rows.count("activity_entry", "action = 'users-uploaded' and new_value = '2000'"));
        Document page = admin.get(batch + "?after=1500").page();
        assertEquals(50, page.select("tbody tr").size());
        assertEquals(200, admin.get(page.select("a[rel=next]").attr("abs:href")).status());

        Answer list = admin.get(customer + "/users");
        assertEquals(50, list.page().select("tbody tr").size());
        assertTrue(list.body().length <= 30_000, "a page of " + list.body().length + " bytes");
        Answer middle = admin.get(list.page().select("a[rel=next]").attr("href"));
        assertTrue(middle.body().length <= 30_000, "a page of " + middle.body().length + " bytes");

        // more than may be chosen
        Answer chosen = admin.submit(
                customer + "/users/batches",
                Map.of("all", "yes", "change", "assign", "product", Seats.of(app, TENANT, "Bulk", 10)));
        assertTrue(chosen.page().select(".notice.warn").text().contains("1,000"));
    }

    @Test
    void tickedUsersGetALicenceAsLongAsSeatsAreFreeAndGiveItBack() {
        String product = Seats.of(app, TENANT, "Ticked", 2);
        for (int i = 0; i < 3; i++) {
            Adding.added(admin, customer, "ticked" + i);
        }
        Map<String, String> fields = Map.of("all", "yes", "q", "ticked", "product", product, "change", "assign");
        Document preview = admin.submit(customer + "/users/batches", fields).page();
        assertEquals(3, preview.select("tbody tr").size());
        assertEquals(0, rows.count("licence", "product_id = ?", product));
        String confirm = preview.select("form[action$=/confirmation]").attr("action");
        Document done = admin.submit(confirm, Map.of()).page();
        assertEquals(2, done.select("tbody .badge.good").size());
        assertEquals("No seat free", done.select("tbody .badge.bad").text());
        assertEquals(1, rows.count("activity_entry", "action = 'licences-assigned' and new_value = '2 × Ticked'"));

        Map<String, String> back = Map.of("all", "yes", "licence", product, "product", product, "change", "remove");
        String removal = admin.submit(customer + "/users/batches", back)
                .page()
                .select("form[action$=/confirmation]")
                .attr("action");
        admin.submit(removal, Map.of());
        assertEquals("0", rows.text("select assigned from seat_pool where product_id = ?", product));
    }

    @Test
    void nothingIsChosenFromOtherCustomersOrFromNothing() {
        String product = Seats.of(app, TENANT, "Foreign", 2);
        Client other = cast.of("reseller-admin");
        String elsewhere = Serving.with(other, cast.of("customer-b-global"));
        String foreign = Adding.added(other, elsewhere, "foreign");
        String id = foreign.substring(foreign.lastIndexOf('/') + 1);
        for (Map<String, String> fields : List.of(
                Map.of("user", id, "product", product, "change", "assign"),
                Map.of("user", "nobody", "product", product),
                Map.of("product", product),
                Map.of("user", id, "product", "nothing"),
                Map.<String, String>of())) {
            Answer answer = admin.submit(customer + "/users/batches", fields);
            assertTrue(answer.page().select(".notice.warn").text().contains("Tick the users"), fields.toString());
        }
        assertEquals(0, rows.count("licence", "product_id = ?", product));
    }

    @Test
    void whatStopsHalfWayIsSaid() {
        Client reseller = cast.of("reseller-admin");
        String path = Serving.with(reseller, cast.of("customer-a-global"));
        Answer read = reseller.upload(
                path + "/users/uploads",
                Map.of(),
                "file",
                "late.csv",
                (HEADER + "late" + AT + ",A,B,,,\r\n").getBytes(StandardCharsets.UTF_8));
        String batch = read.location().orElseThrow();
        String id = batch.substring(batch.lastIndexOf('/') + 1);
        reseller.get(batch);
        rows.change("update user_batch set state = 'confirmed' where id = ?", id);
        UUID partner = DemoPeople.person("reseller-admin").tenant();
        rows.change("update delegated_admin_grant set ended_at = now(6) where partner_id = ?", partner);
        rows.change("update user_batch set due_at = now(6) - interval 1 day where id = ?", id);
        Waiting.until("it is given up", () -> rows.text("select state from user_batch where id = ?", id)
                .equals("stopped"));
        assertEquals(0, rows.count("customer_user", "sign_in_name = ?", "late" + AT));
    }
}
