package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** From request to acceptance in the two national clouds (seeds 000, 002, 003). */
class NationalCloudTest {
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gov-global, us-government, US, Potomac Cloud Services LLC",
        "germany-global, germany, AT, Rheinwolke GmbH"
    })
    void customerOfTheSameCloudAcceptsInTheOfficeAdminPortalWithPrivileges(
            String partner, String cloud, String country, String name) {
        Client admin = cast.of(partner);
        Answer form = admin.get("/invitations/new");
        assertTrue(form.page().selectFirst("#delegated-admin").hasAttr("disabled"));
        assertTrue(form.page().selectFirst("#delegated-admin").hasAttr("checked"));
        assertTrue(form.page().text().contains(Texts.in(Language.EN).text("invitations.new.national")));
        // however the form is sent, the privileges are part of the request
        Asking.Asked asked = Asking.by(admin)
                .with("delegated-admin", null)
                .with("domain", null)
                .with("email", null)
                .asked();
        assertTrue(asked.link().contains("/portals/office/invitations/"), asked.link());
        Client customer = app.as(Enrolling.newcomer(cloud + "-office.example"));
        Answer company = customer.open(asked.link());
        assertTrue(company.page().select(".brand").text().contains("Microsoft Office admin portal"));
        customer.submit(
                asked.link() + "/company",
                Map.of("company", "Office " + cloud, "address-line1", "1", "city", "X", "country", country));
        assertEquals(cloud, rows.text("select cloud from organization where legal_name = ?", "Office " + cloud));
        Answer accepted = Accepting.accept(customer, asked.link());
        assertEquals(200, accepted.status());
        assertEquals(
                1,
                rows.count(
                        "delegated_admin_grant",
                        "partner_id = (select id from organization where legal_name = ?) and customer_id = (select id from organization where legal_name = ?) and ended_at is null",
                        name,
                        "Office " + cloud));
        assertTrue(admin.get("/customers").page().text().contains("Office " + cloud));
        assertTrue(customer.get("/").page().select(".brand").text().contains("Microsoft Office admin portal"));
    }

    @Test
    void linkFollowedInTheOtherPortalLeadsToTheRightOneAndAnotherCloudIsRefused() {
        Asking.Asked asked =
                Asking.by(cast.of("gov-global")).with("domain", null).asked();
        Answer wrong = app.nobody().get(asked.link().replace("/office/", "/microsoft-365/"));
        assertEquals(303, wrong.status());
        assertEquals(asked.link(), wrong.location().orElseThrow());
        Answer other = cast.of("customer-outside-global").get(asked.link());
        assertEquals(403, other.status());
        assertEquals(Texts.in(Language.EN).text("invitations.verdict.other-cloud.title"), other.heading());
    }

    @ParameterizedTest
    @CsvSource({"public, microsoft-365", "us-government, office", "germany, office"})
    void newPartnersCustomersAcceptInThePortalOfTheCloudItChose(String cloud, String portal) {
        UUID tenant = UUID.randomUUID();
        Client admin = app.as(Enrolling.newcomer(tenant, "cloud-partner.example", java.util.List.of("GlobalAdmin")));
        Enrolling.by(admin).with("cloud", cloud).sent();
        assertEquals(
                303,
                Enrolling.decide(cast.of("operator"), tenant, "approval", null).status());
        assertTrue(Asking.by(admin).with("domain", null).asked().link().contains("/portals/" + portal + "/"));
    }
}
