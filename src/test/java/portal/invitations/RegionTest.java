package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Enrolling;
import portal.testing.Rows;
import portal.testing.TestApp;

/** Relationships only within one country or CSP region: when asking, and when accepting. */
class RegionTest {
    private static final Map<String, Client> PARTNERS = new HashMap<>();
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        // each person signs in from an address of their own
        app = TestApp.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"));
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static int address;

    private static Client newcomer(String domain) {
        return app.nobody().from("10.1.0." + ++address).signIn(Enrolling.newcomer(domain), "/");
    }

    /** A partner of a country, enrolled and approved through the pages. */
    private static Client partner(String country) {
        return PARTNERS.computeIfAbsent(country, code -> {
            UUID tenant = UUID.randomUUID();
            String person = Enrolling.newcomer(
                    tenant, "partner-" + code.toLowerCase(java.util.Locale.ROOT) + ".example", List.of("GlobalAdmin"));
            Client admin = app.nobody().from("10.2.0." + ++address).signIn(person, "/");
            Map<String, List<String>> places = Map.of(
                    "CZ",
                    List.of("110 00", ""),
                    "US",
                    List.of("20024", "DC"),
                    "RS",
                    List.of("11000", ""),
                    "CA",
                    List.of("H2Y 3V4", "QC"),
                    "GB",
                    List.of("SW1A 1AA", ""),
                    "NZ",
                    List.of("6011", ""));
            Enrolling.by(admin)
                    .with("country", code)
                    .with("legal-name", "Partner " + code)
                    .with("postal-code", places.get(code).get(0))
                    .with("state-or-province", places.get(code).get(1))
                    .sent();
            assertEquals(
                    303,
                    Enrolling.decide(cast.of("operator"), tenant, "approval", null)
                            .status());
            return admin;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CZ, HU, true",
        "CZ, GB, true",
        "CZ, NO, true",
        "CZ, CH, true",
        "CZ, CZ, true",
        "GB, IS, true",
        "CZ, RS, false",
        "CZ, UA, false",
        "CZ, TR, false",
        "CZ, US, false",
        "RS, AL, true",
        "RS, PL, false",
        "US, US, true",
        "US, CA, false",
        "CA, US, false",
        "CA, CA, true",
        "NZ, AU, false",
        "NZ, AS, true",
        "GB, RU, false"
    })
    void customersAcceptWithinACountryOrRegion(String partner, String customer, boolean within) {
        Asking.Asked asked = Asking.by(partner(partner)).with("domain", null).asked();
        Client admin = newcomer("zakaznik-" + address + ".example");
        Map<String, String> company =
                Map.of("company", "Zákazník " + customer, "address-line1", "1", "city", "X", "country", customer);
        admin.open(asked.link());
        Answer page = admin.submit(asked.link() + "/company", company);
        if (within) {
            assertEquals(200, Accepting.accept(admin, asked.link()).status());
            return;
        }
        assertEquals(403, page.status());
        Texts texts = Texts.in(Language.EN);
        assertEquals(texts.text("invitations.verdict.outside-region.title"), page.heading());
        String said = page.page().text();
        for (String country : List.of(partner, customer)) {
            assertTrue(said.contains(texts.country(country)), country + " in " + said);
            String region = rows.text("select csp_region from country where code = ?", country);
            assertTrue(said.contains(texts.text("region." + region)), region + " in " + said);
        }
        assertEquals(
                403,
                admin.post(asked.link() + "/acceptance", Map.of("agrees", "yes"))
                        .status());
        assertEquals(
                0,
                rows.count(
                        "relationship",
                        "customer_id in (select id from organization where legal_name = ?) and partner_id in (select id from organization where legal_name = ?)",
                        "Zákazník " + customer,
                        "Partner " + partner));
    }

    @Test
    void partnerIsToldWhenAskingWhereTheCustomerIsKnown() {
        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            Client agent = cast.of("direct-admin");
            agent.post("/preferences", Map.of("language", language.code(), "return", "/"));
            Answer answer =
                    Asking.by(agent).with("domain", "Hudson-Orchards.example").send();
            assertEquals(422, answer.status());
            assertEquals(List.of("domain"), answer.wrongFields());
            String said = answer.page().getElementById("domain-error").text();
            for (String part : List.of(
                    "hudson-orchards.example",
                    texts.country("US"),
                    texts.country("HU"),
                    texts.text("region.united-states"),
                    texts.text("region.europe"))) {
                assertTrue(said.contains(part), part + " in " + said);
            }
        }
        assertEquals(0, rows.count("invitation", "domain = 'hudson-orchards.example'"));
        assertEquals(
                303,
                Asking.by(cast.of("direct-admin"))
                        .with("domain", "nobody-knows.example")
                        .send()
                        .status());
        assertEquals(
                303,
                Asking.by(cast.of("direct-admin"))
                        .with("domain", "laki-mazurskie.example")
                        .send()
                        .status());
    }

    @Test
    void partnerIsToldWhenAnInvitationIsTurnedToSomebodyOutside() {
        Client agent = cast.of("reseller-admin");
        Asking.Asked asked =
                Asking.by(agent).with("domain", "some-customer.example").asked();
        Answer form = agent.get(asked.path() + "/details");
        Map<String, String> fields = new HashMap<>();
        form.page()
                .select("main input[name]:not([type=checkbox]), main textarea[name], main select[name]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("domain", "hudson-orchards.example");
        Answer answer = agent.post(asked.path() + "/details", fields);
        assertEquals(422, answer.status());
        assertEquals(List.of("domain"), answer.wrongFields());
    }
}
