package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portal.demo.DemoMailServer;
import portal.demo.DemoPeople;
import portal.platform.Vault;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

class AcceptanceTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final UUID DIRECT = DemoPeople.person("direct-admin").tenant();
    private static final UUID CUSTOMER_A =
            DemoPeople.person("customer-a-global").tenant();
    private static final List<String> KEPT = List.of(
            "relationship",
            "delegated_admin_grant",
            "acceptance_evidence",
            "agreement_acceptance",
            "outbox_mail",
            "activity_entry",
            "portfolio_entry",
            "organization");
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
    }

    private static Asking ask() {
        return Asking.by(cast.of("direct-admin"));
    }

    private static Client customer() {
        return cast.of("customer-a-global");
    }

    private static Asking askHolder() {
        return ask().with("domain", "").with("company", "Somebody");
    }

    @Test
    void strangerWhoPressesAcceptIsSentToSignIn() {
        Asking.Asked asked = ask().asked();
        Answer answer = app.nobody().post(asked.link() + "/acceptance", Map.of("sheet", "", "agrees", "yes"));
        assertEquals(303, answer.status());
        assertEquals("/sign-in", answer.location().orElseThrow());
        assertEquals("open", state());
    }

    @Test
    void acceptingMakesRelationshipAndPrivileges() {
        Answer page = Accepting.accept(customer(), ask().asked().link());

        assertEquals(200, page.status());
        assertEquals(TEXTS.text("invitations.verdict.accepted-by-you.title"), page.heading());
        assertTrue(page.page().select("[role=status]").text().contains("Kék Duna Informatika Zrt."));
        Map<String, Object> relationship = rows.row("select * from relationship");
        assertEquals(DIRECT, relationship.get("partner_id"));
        assertEquals(CUSTOMER_A, relationship.get("customer_id"));
        assertEquals("direct-bill", relationship.get("capacity"));
        assertEquals("invitation", relationship.get("origin"));
        assertNull(relationship.get("ended_at"));
        Map<String, Object> grant = rows.row("select * from delegated_admin_grant");
        assertEquals(DIRECT, grant.get("partner_id"));
        assertEquals(CUSTOMER_A, grant.get("customer_id"));
        assertEquals(person("customer-a-global"), grant.get("granted_by"));
        assertNull(grant.get("ended_at"));
        Map<String, Object> invitation = rows.row("select * from invitation");
        assertEquals("accepted", invitation.get("state"));
        assertEquals(CUSTOMER_A, invitation.get("customer_id"));
        assertEquals(person("customer-a-global"), invitation.get("answered_by"));
        assertEquals(1, rows.count("invitation_party", "closed_at is not null"));
        assertEquals(
                List.of("drafted", "seen", "accepted"), rows.texts("select kind from invitation_event order by id"));
    }

    @Test
    void evidenceSaysWhoAcceptedWhatAndFromWhere() {
        Asking.Asked asked = ask().asked();
        Answer shown = customer().get(asked.link());
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        Answer pressed = customer().post(asked.link() + "/acceptance", fields);

        Map<String, Object> evidence = rows.row("select * from acceptance_evidence");
        DemoPeople.Person person = DemoPeople.person("customer-a-global");
        assertEquals(TestApp.provider().issuer().toString(), evidence.get("issuer"));
        assertEquals(person.subject(), evidence.get("subject"));
        assertEquals(person.tenant(), evidence.get("tenant_id"));
        assertEquals(person.tenant(), evidence.get("customer_id"));
        assertEquals(person("customer-a-global"), evidence.get("person_id"));
        assertEquals(person.name(), evidence.get("name"));
        assertEquals(person.email(), evidence.get("email"));
        assertEquals("global-admin", evidence.get("roles"));
        assertEquals("127.0.0.1", evidence.get("ip"));
        assertTrue(String.valueOf(evidence.get("user_agent")).startsWith("Java-http-client"));
        assertEquals(pressed.header("X-Request-Id"), evidence.get("request_id"));
        assertEquals(DIRECT + " direct-bill delegated-admin=true", evidence.get("rights"));
        assertEquals(fields.get("sheet"), HexFormat.of().formatHex((byte[]) evidence.get("sheet_digest")));
        assertEquals(
                1, rows.count("acceptance_evidence", "abs(timestampdiff(second, accepted_at, utc_timestamp(6))) < 60"));

        String body = rows.text("select body from agreement_text where language = 'en'");
        assertEquals("en", evidence.get("agreement_language"));
        assertEquals(rows.text("select version from agreement"), evidence.get("agreement_version"));
        assertArrayEquals(Vault.digest(body), (byte[]) evidence.get("agreement_digest"));
        String words = body.replaceAll("(?m)^## ", "").replaceAll("\\s+", " ").strip();
        assertEquals(words, shown.page().select("section.document").text());
    }

    @Test
    void agreementKeepsItsContactAndTheSameText() {
        Asking.Asked asked = ask().asked();
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        fields.put("first-name", "Žofie");
        fields.put("last-name", "🏔 O'Neill");
        fields.put("email", "zofie@jizerske-sklo.example");
        fields.put("phone", "+420 485 550 199");
        customer().submit(asked.link() + "/acceptance", fields);

        Map<String, Object> acceptance = rows.row("select * from agreement_acceptance");
        assertEquals("Žofie", acceptance.get("first_name"));
        assertEquals("🏔 O'Neill", acceptance.get("last_name"));
        assertEquals("zofie@jizerske-sklo.example", acceptance.get("email"));
        assertEquals("+420 485 550 199", acceptance.get("phone"));
        assertEquals(CUSTOMER_A, acceptance.get("customer_id"));
        assertArrayEquals(
                (byte[]) rows.row("select agreement_digest d from acceptance_evidence")
                        .get("d"),
                (byte[]) acceptance.get("digest"));
    }

    @Test
    void rowTurnsActiveUnderTheCustomersOwnName() {
        Asking.Asked asked = ask().with("company", "As the inviter typed it").asked();
        Accepting.accept(customer(), asked.link());

        Map<String, Object> row = rows.row("select * from portfolio_entry");
        assertEquals("active", row.get("state"));
        assertEquals("Jizerské sklo a.s.", row.get("name"));
        assertEquals("jizerske-sklo.example", row.get("domain"));
        assertEquals("CZ", row.get("country"));
        assertEquals("granted", row.get("dap"));
        assertEquals(CUSTOMER_A, row.get("customer_id"));
        assertNull(row.get("invitation_id"));
        assertNull(row.get("attention"));
        assertNull(row.get("invited_until"));
        assertEquals(0, rows.count("portfolio_token", "token = 'inviter'"));
        assertEquals(1, rows.count("portfolio_token", "token = 'jizerske'"));
        assertTrue(customer().get("/").page().text().contains("Kék Duna Informatika Zrt."));
    }

    @Test
    void bothSidesFindItInTheirLog() {
        Accepting.accept(customer(), ask().asked().link());
        assertEquals(
                List.of("delegated-admin-granted", "invitation-accepted", "invitation-drafted", "relationship-began"),
                logged(DIRECT));
        assertEquals(
                List.of("agreement-accepted", "delegated-admin-granted", "invitation-accepted", "relationship-began"),
                logged(CUSTOMER_A));
        assertEquals(
                List.of("Kék Duna Informatika Zrt."),
                rows.texts(
                        "select distinct subject from activity_entry where organization_id = ? and action <> 'agreement-accepted'",
                        CUSTOMER_A));
    }

    private static List<String> logged(UUID organization) {
        return rows.texts("select action from activity_entry where organization_id = ? order by action", organization);
    }

    @Test
    void bothSidesAreToldEachInItsLanguage() {
        Accepting.accept(customer(), ask().asked().link());
        List<DemoMailServer.Mail> mails = newest(2);

        DemoMailServer.Mail partner = to(mails, "gergo.kovacs@kek-duna.example");
        assertEquals(Texts.in(Language.HU).text("emails.accepted.subject", "Jizerské sklo a.s."), partner.subject());
        assertTrue(partner.text().contains(receipt()));
        assertEquals(200, cast.of("direct-admin").get(receipt()).status());
        assertTrue(partner.replyTo().contains("jiri.reznicek@jizerske-sklo.example"));
        DemoMailServer.Mail accepter = to(mails, "jiri.reznicek@jizerske-sklo.example");
        assertEquals(
                Texts.in(Language.CS).text("emails.accepted-by-you.subject", "Kék Duna Informatika Zrt."),
                accepter.subject());
        assertTrue(accepter.text().contains(receipt()));
        assertEquals(200, customer().get(receipt()).status());
        assertEquals(404, cast.of("reseller-admin").get(receipt()).status());
        assertTrue(accepter.replyTo().contains("gergo.kovacs@kek-duna.example"));
        assertEquals(List.of("cs", "hu"), rows.texts("select language from outbox_mail order by language"));
    }

    private static String receipt() {
        return app.address() + "/receipts/" + rows.text("select id from acceptance_evidence");
    }

    @Test
    void personsOwnLanguageGoesBeforeTheOrganizations() {
        rows.change("update person set language = 'pl' where name in ('Kovács Gergő', 'Jiří Řezníček')");
        Accepting.accept(customer(), ask().asked().link());
        rows.change("update person set language = null");
        assertEquals(List.of("pl", "pl"), rows.texts("select language from outbox_mail"));
    }

    @Test
    void inviterWithoutARoleIsNotToldButHisOrganizationIs() {
        Asking.Asked asked = ask().asked();
        rows.change("update person set roles = '' where name = 'Kovács Gergő'");
        rows.change("update organization set email = 'team@kek-duna.example' where id = ?", DIRECT);
        Accepting.accept(customer(), asked.link());
        rows.change("update person set roles = 'admin-agent' where name = 'Kovács Gergő'");
        rows.change("update organization set email = null where id = ?", DIRECT);
        assertEquals(
                List.of("jiri.reznicek@jizerske-sklo.example", "team@kek-duna.example"),
                rows.texts("select recipient from outbox_mail order by recipient"));
    }

    private static List<DemoMailServer.Mail> newest(int count) {
        return app.sentMail().subList(0, count);
    }

    private static DemoMailServer.Mail to(List<DemoMailServer.Mail> mails, String recipient) {
        return mails.stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutPrivilegesOnlyTheRelationshipBegins() {
        Accepting.accept(customer(), ask().with("delegated-admin", null).asked().link());
        assertEquals(1, rows.count("relationship"));
        assertEquals(0, rows.count("delegated_admin_grant"));
        assertEquals("none", rows.text("select dap from portfolio_entry"));
        assertTrue(rows.text("select rights from acceptance_evidence").endsWith("delegated-admin=false"));
        assertEquals(0, rows.count("activity_entry", "action = 'delegated-admin-granted'"));
    }

    @Test
    void acceptingWithoutPrivilegesNeverTakesThemAway() {
        Accepting.accept(customer(), ask().asked().link());
        rows.change("delete from agreement_acceptance");
        Accepting.accept(customer(), ask().with("delegated-admin", null).asked().link());
        assertEquals(2, rows.count("invitation", "state = 'accepted'"));
        assertEquals(1, rows.count("delegated_admin_grant", "ended_at is null"));
        assertEquals(1, rows.count("relationship"));
        assertEquals("granted", rows.text("select dap from portfolio_entry"));
    }

    @Test
    void agreementAcceptedBeforeIsNotShownAgain() {
        Accepting.accept(customer(), ask().asked().link());
        Asking.Asked second = Asking.by(cast.of("reseller-admin")).asked();
        Answer page = customer().get(second.link());
        assertTrue(page.page().select("section.document, #agrees, #first-name").isEmpty());

        String sheet = page.page().select("input[name=sheet]").val();
        assertEquals(
                200,
                customer()
                        .submit(second.link() + "/acceptance", Map.of("sheet", sheet))
                        .status());

        assertEquals(1, rows.count("agreement_acceptance"));
        assertEquals(2, rows.count("acceptance_evidence"));
        assertEquals(2, rows.count("relationship"));
        assertEquals(1, rows.count("activity_entry", "action = 'agreement-accepted'"));
    }

    @Test
    void newVersionOfTheAgreementIsShownToACustomerOfLongStanding() {
        Accepting.accept(customer(), ask().asked().link());
        rows.change(
                """
                insert into agreement (id, version, country, effective_from)
                select '0193a5c0-0000-7000-8000-0000000000ff', 'new', country, utc_timestamp(6) - interval 1 second
                from agreement
                """);
        rows.change(
                """
                insert into agreement_text (agreement_id, language, title, body, digest)
                select '0193a5c0-0000-7000-8000-0000000000ff', language, title, 'New text', unhex(sha2('New text', 256))
                from agreement_text
                """);
        try {
            Asking.Asked second = ask().asked();
            assertEquals(
                    "New text",
                    customer()
                            .get(second.link())
                            .page()
                            .select("section.document")
                            .text());
            Accepting.accept(customer(), second.link());
            assertEquals(2, rows.count("agreement_acceptance"));
        } finally {
            rows.startAgain();
            rows.change("delete from agreement_text where body = 'New text'");
            rows.change("delete from agreement where version = 'new'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "first-name,''",
        "last-name,' '",
        "email,''",
        "email,jiri",
        "email,jiri@",
        "email,a@b",
        "phone,call me",
        "phone,12",
        "phone,٠١٢٣٤٥٦",
    })
    void badContactIsToldAtItsFieldAndNothingIsKept(String field, String value) {
        notAccepted(field, value);
    }

    @Test
    void strangeContactIsToldAtItsFieldAndNothingIsKept() {
        for (String field : List.of("first-name", "last-name", "email", "phone")) {
            notAccepted(field, "x".repeat(10_000));
            notAccepted(field, "1\u0000234567");
            notAccepted(field, "1234\u202e567");
        }
        notAccepted("first-name", "🏔".repeat(51));
        notAccepted("phone", "1".repeat(41));
    }

    private static void notAccepted(String field, String value) {
        Asking.Asked asked = ask().asked();
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        Map<String, Long> before = rows.counts(KEPT);
        fields.put(field, value);
        fields.put("last-name", fields.get("last-name") + " ");
        Answer answer = customer().post(asked.link() + "/acceptance", fields);
        assertEquals(422, answer.status());
        assertEquals(List.of(field), answer.wrongFields());
        assertEquals(before, rows.counts(KEPT));
        assertFalse(answer.page().select("#agrees[checked]").isEmpty(), "what was ticked stays ticked");
        assertEquals(0, rows.count("invitation", "state <> 'open'"));
    }

    @Test
    void uncheckedBoxIsToldAndNothingIsAccepted() {
        Asking.Asked asked = ask().asked();
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        fields.remove("agrees");
        Answer answer = customer().post(asked.link() + "/acceptance", fields);
        assertEquals(422, answer.status());
        assertEquals(List.of("agrees"), answer.wrongFields());
        assertEquals("Řezníček", answer.page().select("#last-name").val());
        assertEquals(0, rows.count("relationship"));
        assertEquals("open", state());
    }

    @Test
    void missingFieldsAreToldAndNothingIsAccepted() {
        Asking.Asked asked = ask().asked();
        Answer answer = customer().post(asked.link() + "/acceptance", Map.of());
        assertEquals(422, answer.status());
        assertEquals(List.of("agrees", "first-name", "last-name", "email"), answer.wrongFields());
        assertEquals("open", state());
    }

    @Test
    void whatChangedMeanwhileIsShownInsteadOfAccepted() {
        Asking.Asked asked = ask().asked();
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        rows.change("update invitation_party set delegated_admin = false");

        Answer answer = customer().post(asked.link() + "/acceptance", fields);
        assertEquals(409, answer.status());
        assertTrue(answer.page().select("[role=alert]").text().contains(TEXTS.text("invitations.decide.changed")));
        String sheet = answer.page().select("input[name=sheet]").val();
        assertNotEquals(fields.get("sheet"), sheet);
        assertEquals("Jiří", answer.page().select("#first-name").val());
        assertEquals(0, rows.count("relationship"));
        assertEquals("open", state());

        fields.put("sheet", sheet);
        assertEquals(
                200, customer().submit(asked.link() + "/acceptance", fields).status());
        assertEquals(1, rows.count("relationship"));
        assertEquals(0, rows.count("delegated_admin_grant"));
    }

    @Test
    void changeMeanwhileIsAlsoToldBesideAnotherMistake() {
        Asking.Asked asked = ask().asked();
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        fields.remove("agrees");
        rows.change("update invitation_party set delegated_admin = false");
        Answer answer = customer().post(asked.link() + "/acceptance", fields);
        assertEquals(422, answer.status());
        assertTrue(answer.page().text().contains(TEXTS.text("invitations.decide.changed")));
    }

    @Test
    void agreementInAnotherLanguageThanShownIsNotWhatWasAccepted() {
        Asking.Asked asked = ask().asked();
        Map<String, String> fields = Accepting.fields(customer(), asked.link());
        customer().preferring("cs");
        Answer answer = customer().post(asked.link() + "/acceptance", fields);
        customer().preferring("en");
        assertEquals(409, answer.status());
        assertEquals("cs", answer.page().select("section.document").attr("lang"));
        assertEquals(0, rows.count("acceptance_evidence"));
    }

    @Test
    void sheetSaysWhatEachMayDoBeforeAndAfter() {
        Asking.Asked asked = ask().asked();
        Answer page = customer().get(asked.link());
        assertEquals(3, page.page().select("table ins").size());
        Asking.Asked without = ask().with("delegated-admin", null).asked();
        assertEquals(
                1, customer().get(without.link()).page().select("table ins").size());
        assertTrue(page.page().text().contains("Kovács Gergő"));
        assertTrue(page.page().text().contains("Bem rakpart 9."));
        assertTrue(page.page().text().contains("+36 1 555 0100"));
        assertTrue(page.page().text().contains("Jiří Řezníček"));
        assertFalse(
                app.nobody().get(asked.link()).page().text().contains("Kovács Gergő"),
                "signed out, no person is named");
    }

    @Test
    void companyNewToThePortalDescribesItselfAndThenDecides() {
        Asking.Asked asked = ask().with("domain", "balatoni-vitorlas.example").asked();
        Client stranger = cast.of("customer-c-global");
        assertEquals(
                TEXTS.text("invitations.company.title"),
                stranger.get(asked.link()).heading());
        assertEquals(
                TEXTS.text("invitations.company.title"),
                stranger.post(asked.link() + "/acceptance", Map.of("agrees", "yes"))
                        .heading());

        Map<String, String> company = company();
        company.put("domain", "typed.example");
        Answer decide = stranger.submit(asked.link() + "/company", company);
        assertEquals(TEXTS.text("invitations.asks.one", "Kék Duna Informatika Zrt."), decide.heading());
        Map<String, Object> row = rows.row("select * from organization where legal_name = 'Balatoni Vitorlás Kft. 🏔'");
        assertEquals("balatoni-vitorlas.example", row.get("domain"));
        assertEquals(true, row.get("domain_verified"));
        assertEquals("HU", row.get("country"));
        assertEquals("public", row.get("cloud"));
        assertEquals("customer", row.get("kind"));
        assertEquals(303, stranger.post(asked.link() + "/company", company).status(), "sent twice");

        assertEquals(200, Accepting.accept(stranger, asked.link()).status());
        assertEquals(1, rows.count("relationship"));
        assertEquals("Balatoni Vitorlás Kft. 🏔", rows.text("select name from portfolio_entry"));
    }

    private static Map<String, String> company() {
        return new HashMap<>(Map.of(
                "company", "Balatoni Vitorlás Kft. 🏔",
                "address-line1", "Kikötő 1.",
                "address-line2", "",
                "city", "Siófok",
                "state-or-province", "",
                "postal-code", "8600",
                "country", "HU",
                "phone", "+36 84 555 100",
                "domain", ""));
    }

    @Test
    void whateverIsWrongAboutACompanyIsToldAtItsField() {
        Asking.Asked asked = ask().with("domain", "balatoni-vitorlas.example").asked();
        Map<String, List<String>> wrong = Map.of(
                "company", List.of("", "c".repeat(201), "a\u0000b", "a\u202eb", "c".repeat(10_000)),
                "address-line1", List.of("", " ", "a".repeat(201), "a\u0007"),
                "address-line2", List.of("a".repeat(201), "a\u2067"),
                "city", List.of("", "c".repeat(101)),
                "state-or-province", List.of("s".repeat(51)),
                "postal-code", List.of("1".repeat(21), "\u0001"),
                "country", List.of("", "XX", "hu", "HUN", "ZZ", "🏔"),
                "phone", List.of("x", "1", "+36 84 555 100 ext. five", "1".repeat(41)));
        wrong.forEach((field, values) -> values.forEach(value -> {
            Map<String, String> company = company();
            company.put(field, value);
            Answer answer = cast.of("customer-c-global").post(asked.link() + "/company", company);
            assertEquals(422, answer.status(), field);
            assertEquals(List.of(field), answer.wrongFields());
            String city = field.equals("city") ? value : "Siófok";
            assertEquals(city, answer.page().select("#city").val());
        }));
        assertEquals(
                List.of("company", "address-line1", "city", "country"),
                cast.of("customer-c-global")
                        .post(asked.link() + "/company", Map.of())
                        .wrongFields());
        assertEquals(0, rows.count("organization", "created_at > '2023-01-01'"));
    }

    @Test
    void domainNobodyVouchesForIsTypedAndMarkedUnverified() {
        try (TestApp unsure = TestApp.start(Map.of("OIDC_CLAIM_DOMAIN", "no_such_claim"))) {
            Rows theirs = Rows.of(unsure);
            Client admin = unsure.as("direct-admin");
            Client stranger = unsure.as("customer-c-global");
            Asking.Asked asked = Asking.by(admin).with("domain", "").asked();

            for (String domain : List.of("no domain", "https://x.example", "d".repeat(254), "x\u202e.example")) {
                Map<String, String> bad = company();
                bad.put("domain", domain);
                assertEquals(
                        List.of("domain"),
                        stranger.post(asked.link() + "/company", bad).wrongFields());
            }
            Map<String, String> company = company();
            company.put("domain", "Balatoni-Vitorlas.example");
            Answer decide = stranger.submit(asked.link() + "/company", company);
            assertEquals(200, decide.status());
            Map<String, Object> row =
                    theirs.row("select domain, domain_verified from organization where city = 'Siófok'");
            assertEquals("balatoni-vitorlas.example", row.get("domain"));
            assertEquals(false, row.get("domain_verified"));
            assertEquals(200, Accepting.accept(stranger, asked.link()).status());
            assertEquals(1, theirs.count("relationship"));

            Asking.Asked addressed =
                    Asking.by(admin).with("domain", "balatoni-vitorlas.example").asked();
            assertEquals(403, stranger.get(addressed.link()).status(), "what was typed proves nothing");
        }
    }

    @Test
    void customerOutsideTheRegionIsRefusedAndBothRegionsAreNamed() {
        Asking.Asked asked = askHolder().asked();
        Client outside = cast.of("customer-outside-global");
        Answer page = outside.get(asked.link());
        assertEquals(403, page.status());
        for (String country : List.of("HU", "US")) {
            String region = rows.text("select csp_region from country where code = ?", country);
            assertTrue(page.page().text().contains(TEXTS.text("region." + region)), region);
        }
        assertEquals(
                403,
                outside.post(asked.link() + "/acceptance", Map.of("agrees", "yes"))
                        .status());
        assertEquals(0, rows.count("relationship"));

        assertEquals(
                303,
                outside.post(asked.link() + "/decline", Map.of("reason", "Too far"))
                        .status());
        assertEquals("declined", state());
    }

    @Test
    void customerOfAnotherCloudIsRefused() {
        Asking.Asked asked =
                Asking.by(cast.of("gov-global")).with("domain", null).asked();
        Answer page = customer().get(asked.link());
        assertEquals(403, page.status());
        assertEquals(TEXTS.text("invitations.verdict.other-cloud.title"), page.heading());
        assertEquals(
                403,
                customer()
                        .post(asked.link() + "/acceptance", Map.of("agrees", "yes"))
                        .status());
        assertEquals(0, rows.count("relationship"));
    }

    @Test
    void requestForWhatIsThereAlreadyIsACalmPage() {
        Accepting.accept(customer(), ask().asked().link());
        Asking.Asked second = ask().asked();
        Map<String, Long> before = rows.counts(KEPT);
        Answer page = customer().get(second.link());
        assertEquals(200, page.status());
        assertEquals(TEXTS.text("invitations.verdict.nothing-new.title"), page.heading());
        assertEquals(
                200,
                customer()
                        .post(second.link() + "/acceptance", Map.of("agrees", "yes"))
                        .status());
        assertEquals(before, rows.counts(KEPT));
        assertEquals(1, rows.count("invitation", "state = 'open'"));
    }

    @Test
    void invitationToAListedCustomerIsAMarkOnItsRow() {
        Accepting.accept(customer(), ask().with("delegated-admin", null).asked().link());
        Asking.Asked second = ask().with("company", "Another name").asked();

        Map<String, Object> marked = rows.row("select * from portfolio_entry");
        assertEquals("active", marked.get("state"));
        assertEquals("Jizerské sklo a.s.", marked.get("name"));
        assertEquals(second.path(), "/invitations/" + marked.get("invitation_id"));
        assertEquals("none", marked.get("dap"));

        Accepting.accept(customer(), second.link());
        Map<String, Object> row = rows.row("select * from portfolio_entry");
        assertEquals("granted", row.get("dap"));
        assertNull(row.get("invitation_id"));
        assertNull(row.get("invited_until"));
        assertEquals(1, rows.count("relationship"));
    }

    @Test
    void invitationToAListedCustomerWithALongDomainIsAMarkToo() {
        String domain = "sklarna-" + "dlouhe".repeat(8) + ".jizerske-sklo.example";
        rows.change("update organization set domain = ? where id = ?", domain, CUSTOMER_A);
        try {
            Accepting.accept(
                    customer(),
                    ask().with("domain", domain)
                            .with("delegated-admin", null)
                            .asked()
                            .link());
            ask().with("domain", domain).asked();
            assertEquals(1, rows.count("portfolio_entry"));
        } finally {
            rows.change("update organization set domain = 'jizerske-sklo.example' where id = ?", CUSTOMER_A);
        }
    }

    @Test
    void declineTellsTheInviterAndAsksForAttention() {
        Asking.Asked asked = ask().asked();
        Answer page =
                customer().submit(asked.link() + "/decline", Map.of("reason", "Not now, 🏔 {link} <b>thanks</b>"));
        assertEquals(TEXTS.text("invitations.verdict.declined-by-you.title"), page.heading());
        assertEquals("declined", state());
        assertEquals("Not now, 🏔 {link} <b>thanks</b>", rows.text("select reason from invitation"));
        assertEquals("declined", rows.text("select attention from portfolio_entry"));
        assertEquals(1, rows.count("portfolio_label", "label = 'attention'"));
        assertEquals(1, rows.count("activity_entry", "action = 'invitation-declined'"));
        assertEquals(0, rows.count("relationship"));
        List<DemoMailServer.Mail> mails = newest(1);
        assertEquals(1, rows.count("outbox_mail"));
        DemoMailServer.Mail mail = to(mails, "gergo.kovacs@kek-duna.example");
        assertEquals(Texts.in(Language.HU).text("emails.declined.subject", "Jizerské sklo a.s."), mail.subject());
        assertTrue(mail.text().contains("Not now, 🏔"));
        assertFalse(mail.html().contains("<b>thanks"));
        assertTrue(
                cast.of("direct-admin").get(asked.path()).page().text().contains("Not now, 🏔 {link} <b>thanks</b>"));
        assertTrue(cast.of("direct-admin").get("/").page().text().contains("Jizerské sklo a.s."));
    }

    @Test
    void overLongOrInvisibleReasonIsToldAtItsFieldAndNothingIsDeclined() {
        Asking.Asked asked = ask().asked();
        for (String reason : List.of("r".repeat(501), "r".repeat(10_000), "a\u0000b", "a\u202eb")) {
            Answer answer = customer().post(asked.link() + "/decline", Map.of("reason", reason));
            assertEquals(422, answer.status());
            assertEquals(List.of("reason"), answer.wrongFields());
        }
        assertEquals("open", state());
        assertEquals(
                200,
                customer()
                        .submit(asked.link() + "/decline", Map.of("reason", "a" + "🏔".repeat(499)))
                        .status());
        assertEquals("a" + "🏔".repeat(499), rows.text("select detail from invitation_event where kind = 'declined'"));
    }

    @Test
    void companyNewToThePortalMayDeclineWithoutDescribingItself() {
        Asking.Asked asked = ask().with("domain", "balatoni-vitorlas.example").asked();
        Answer page = cast.of("customer-c-global").submit(asked.link() + "/decline", Map.of());
        assertEquals(TEXTS.text("invitations.verdict.declined-by-you.title"), page.heading());
        assertEquals(0, rows.count("organization", "created_at > '2023-01-01'"));
        assertEquals(200, cast.of("direct-admin").get(asked.path()).status());
    }

    @Test
    void attentionForADeclineEndsWhenTheNextRequestIsAccepted() {
        Accepting.accept(customer(), ask().with("delegated-admin", null).asked().link());
        customer().submit(ask().asked().link() + "/decline", Map.of());
        assertEquals("declined", rows.text("select attention from portfolio_entry"));

        Accepting.accept(customer(), ask().asked().link());
        assertEquals("granted", rows.text("select dap from portfolio_entry"));
        assertEquals(1, rows.count("portfolio_entry", "attention is null"));
        assertEquals(0, rows.count("portfolio_label"));
    }

    @Test
    void renewedInvitationHasANewLinkAndTheOldOneIsDead() {
        Asking.Asked asked = ask().asked();
        Map<String, String> shown = Accepting.fields(customer(), asked.link());
        Answer draft = cast.of("direct-admin").submit(asked.path() + "/renewal", Map.of());
        String link = draft.page()
                .select("#body")
                .val()
                .lines()
                .filter(line -> line.contains("/portals/"))
                .findFirst()
                .orElseThrow();

        assertNotEquals(asked.link(), link);
        assertEquals(404, app.nobody().get(asked.link()).status());
        assertEquals(404, customer().get(asked.link()).status());
        assertEquals(404, customer().post(asked.link() + "/acceptance", shown).status());
        assertEquals(200, Accepting.accept(customer(), link).status());
        assertEquals(1, rows.count("invitation"));
        assertEquals(1, rows.count("relationship"));
        assertEquals(
                303,
                cast.of("direct-admin")
                        .post(asked.path() + "/renewal", Map.of())
                        .status());
        assertEquals("accepted", state());
    }

    @Test
    void expiredInvitationIsRenewedAndNeedsNoAttentionAnyMore() {
        Asking.Asked asked = ask().asked();
        expire();
        app.app().invitations().expireOverdue(app.clock().instant());
        assertEquals("expired", rows.text("select attention from portfolio_entry"));

        cast.of("direct-admin").submit(asked.path() + "/renewal", Map.of());
        assertEquals("open", state());
        assertEquals(1, rows.count("portfolio_entry", "attention is null and invited_until > utc_timestamp(6)"));
        assertEquals(0, rows.count("portfolio_label"));
        assertEquals(1, rows.count("invitation_party", "closed_at is null"));
    }

    @Test
    void revokedInvitationsLinkIsDeadAndItsRowGone() {
        Asking.Asked asked = ask().asked();
        Map<String, String> shown = Accepting.fields(customer(), asked.link());
        cast.of("direct-admin").submit(asked.path() + "/revocation", Map.of("reason", "Mistake"));
        assertEquals(410, customer().get(asked.link()).status());
        assertEquals(410, customer().post(asked.link() + "/acceptance", shown).status());
        assertEquals(0, rows.count("portfolio_entry"));
        assertEquals(0, rows.count("relationship"));
        assertEquals("Mistake", rows.text("select reason from invitation"));
        assertFalse(
                customer().get(asked.link()).page().text().contains("Mistake"), "the customer never sees the reason");
        assertEquals(1, rows.count("invitation_event", "kind = 'revoked' and detail = 'Mistake'"));
    }

    @Test
    void revokingTheMarkLeavesTheListedCustomerAsItWas() {
        Accepting.accept(customer(), ask().with("delegated-admin", null).asked().link());
        Asking.Asked second = ask().asked();
        expire();
        app.app().invitations().expireOverdue(app.clock().instant());
        assertEquals("expired", rows.text("select attention from portfolio_entry"));
        cast.of("direct-admin").submit(second.path() + "/revocation", Map.of());
        assertEquals(
                1, rows.count("portfolio_entry", "state = 'active' and invitation_id is null and attention is null"));
        assertEquals(0, rows.count("portfolio_label"));
    }

    @Test
    void overLongRevocationReasonIsToldAtItsField() {
        Asking.Asked asked = ask().asked();
        for (String reason : List.of("r".repeat(501), "a\u0000b")) {
            Answer answer = cast.of("direct-admin").post(asked.path() + "/revocation", Map.of("reason", reason));
            assertEquals(422, answer.status());
            assertEquals(List.of("reason"), answer.wrongFields());
        }
        assertEquals("open", state());
    }

    @Test
    void expiryIsWrittenOnceHoweverManyNodesLook() {
        ask().asked();
        ask().with("domain", "").asked();
        expire();
        try (TestApp second = app.secondNode()) {
            List<Thread> nodes = IntStream.range(0, 8)
                    .mapToObj(i -> new Thread(() -> (i % 2 == 0 ? app : second)
                            .app()
                            .invitations()
                            .expireOverdue(app.clock().instant())))
                    .toList();
            nodes.forEach(Thread::start);
            nodes.forEach(AcceptanceTest::join);
        }
        assertEquals(2, rows.count("invitation", "state = 'expired'"));
        assertEquals(2, rows.count("invitation_event", "kind = 'expired'"));
        assertEquals(2, rows.count("activity_entry", "action = 'invitation-expired'"));
        assertEquals(2, rows.count("portfolio_entry", "attention = 'expired'"));
        assertEquals(2, rows.count("portfolio_label", "label = 'attention'"));
        assertEquals(2, rows.count("portfolio_label", "label = 'attention:expired'"));
        assertEquals(4, rows.count("portfolio_label"));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void expire() {
        rows.change("update invitation set expires_at = utc_timestamp(6) - interval 1 second where state = 'open'");
    }

    private static String state() {
        return rows.text("select state from invitation");
    }

    private static Object person(String value) {
        return rows.row(
                        "select id from person where subject = ?",
                        DemoPeople.person(value).subject())
                .get("id");
    }
}
