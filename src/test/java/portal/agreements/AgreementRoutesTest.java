package portal.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.texts.Language;
import portal.testing.Accepting;
import portal.testing.AddingAgreement;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class AgreementRoutesTest {
    private TestApp app;
    private LocalDate today;

    @BeforeEach
    void start() {
        app = TestApp.start();
        today = LocalDate.ofInstant(app.clock().instant(), ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private String inForce(String country, Language language, Duration later) {
        Instant then = app.clock().instant().plus(later);
        Agreement agreement = app.database().read(handle -> Agreements.current(handle, country, language, then));
        return agreement.version() + " " + agreement.language();
    }

    @Test
    void onlyTheOperatorSeesVersionsAndAddsThem() {
        assertEquals(303, app.nobody().get("/agreements").status());
        for (String stranger : List.of("direct-global", "customer-a-global", "norole")) {
            assertEquals(404, app.as(stranger).get("/agreements").status(), stranger);
            assertEquals(404, app.as(stranger).get("/agreements/new").status(), stranger);
            assertEquals(404, app.as(stranger).post("/agreements", Map.of()).status(), stranger);
        }
        Client operator = app.as("operator");
        assertTrue(operator.get("/agreements").text().contains("2026-11"));
        assertFalse(operator.get("/").page().select("nav a[href=/agreements]").isEmpty());
        assertTrue(app.as("direct-global")
                .get("/")
                .page()
                .select("a[href=/agreements]")
                .isEmpty());
    }

    @Test
    void aNewerVersionIsUsedFromItsDayAndACountrysOwnBeforeTheOneForAll() {
        Client operator = app.as("operator");
        AddingAgreement.by(operator).version("2027-01").from(today.plusDays(3)).added();
        AddingAgreement.by(operator)
                .version("CZ-1")
                .country("CZ")
                .from(today.plusDays(2))
                .added();

        assertEquals("2026-11 cs", inForce("CZ", Language.CS, Duration.ZERO));
        assertEquals("CZ-1 en", inForce("CZ", Language.CS, Duration.ofDays(2)));
        assertEquals("2026-11 pl", inForce("PL", Language.PL, Duration.ofDays(2)));
        assertEquals("2027-01 en", inForce("PL", Language.PL, Duration.ofDays(4)));
        assertEquals("CZ-1 en", inForce("CZ", Language.CS, Duration.ofDays(4)));
        Answer list = operator.get("/agreements");
        assertTrue(list.text().contains("CZ-1") && list.text().contains("2027-01"));
        assertEquals(2, app.database().<Integer>read(handle -> handle.createQuery(
                        "select count(*) from activity_entry where action = 'agreement-added'")
                .mapTo(Integer.class)
                .one()));
    }

    @Test
    void thePreviewShowsTheDigestAndAddsNothing() {
        AddingAgreement adding =
                AddingAgreement.by(app.as("operator")).version("2027-01").from(today);
        Answer preview = adding.send();
        assertEquals(200, preview.status());
        assertEquals("Preview of the new version", preview.heading());
        String digest = preview.page().select("dd.id").text();
        assertTrue(digest.matches("[0-9a-f]{64}"), digest);
        assertEquals("2026-11 en", inForce("HU", Language.EN, Duration.ofDays(1)));

        String seen = preview.page().select("input[name=seen]").val();
        Answer other = adding.with("seen", seen).with("body-en", "Another text").send();
        assertEquals(200, other.status());
        assertFalse(other.page().select("dd.id").text().equals(digest));

        adding.with("seen", other.page().select("input[name=seen]").val());
        Answer added = adding.send();
        assertEquals(303, added.status());
        assertEquals(303, adding.send().status());
        assertEquals("2027-01 en", inForce("HU", Language.EN, Duration.ofDays(1)));
    }

    @Test
    void mistakesAreToldAtTheirFields() {
        AddingAgreement adding = AddingAgreement.by(app.as("operator"))
                .version("")
                .country("XX")
                .from(today.minusDays(2))
                .with("required-from", "soon")
                .with("title-cs", "Smlouva")
                .with("body-en", "");
        Answer wrong = adding.send();
        assertEquals(422, wrong.status());
        assertEquals(
                new TreeSet<>(List.of("version", "country", "effective-from", "required-from", "body-cs", "body-en")),
                new TreeSet<>(wrong.wrongFields()));
        assertEquals("Smlouva", wrong.page().select("#title-cs").val());
        Answer early = adding.from(today)
                .with("required-from", today.minusDays(1).toString())
                .send();
        assertTrue(early.wrongFields().contains("required-from"));
        AddingAgreement taken =
                AddingAgreement.by(app.as("operator")).version("2026-11").from(today);
        String seen = taken.send().page().select("input[name=seen]").val();
        assertEquals(List.of("version"), taken.with("seen", seen).send().wrongFields());
    }

    @Test
    void customersAcceptTheVersionInForceWithTheirNextRequest() {
        AddingAgreement.by(app.as("operator")).version("2027-01").from(today).added();
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();
        Accepting.accept(app.as("customer-a-global"), asked.link());
        String version = app.database()
                .read(handle -> handle.createQuery("select agreement_version from acceptance_evidence")
                        .mapTo(String.class)
                        .one());
        assertEquals("2027-01", version);
    }
}
