package portal.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import portal.demo.DemoMailServer;
import portal.platform.access.Capacity;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Supporting;
import portal.testing.TestApp;

class SupportContactRoutesTest {
    private static final UUID PROVIDER = Supporting.tenant("provider");
    private static final UUID RESELLER = Supporting.tenant("reseller");
    private static final UUID RESELLER2 = Supporting.tenant("reseller2");
    private static final UUID CUSTOMER = Supporting.tenant("customer-a");

    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;
    private static Supporting supporting;

    private String provided;
    private String resold;
    private UUID subscription;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        second.withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        supporting = Supporting.in(app);
        for (String person : List.of("provider-helpdesk", "provider-admin", "reseller-helpdesk", "reseller2-admin")) {
            cast.of(person);
        }
        rows.change("update organization set email = concat('podpora@', domain) where kind = 'partner'");
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    @BeforeEach
    void sell() {
        rows.startAgain();
        provided = "/customers/" + supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, CUSTOMER, false);
        resold = "/customers/" + supporting.relationship(RESELLER, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER);
        subscription = supporting.subscription(CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, RESELLER);
    }

    private String path(String customer) {
        return customer + "/subscriptions/" + subscription + "/support-contact";
    }

    private static Map<String, String> fields(UUID contact, String version) {
        Map<String, String> fields = new HashMap<>();
        fields.put("contact", contact.toString());
        fields.put("reference", "SLA-2026-014");
        fields.put("version", version);
        return fields;
    }

    private Answer choose(String person, String customer, UUID contact, String version) {
        Client client = cast.of(person);
        client.get(path(customer));
        return client.post(path(customer), fields(contact, version));
    }

    private String contact() {
        return rows.texts("select support_contact_id from subscription where id = ?", subscription)
                .get(0);
    }

    @Test
    void strangersFindNeitherCustomerNorSubscription() {
        UUID other = supporting.subscription(
                Supporting.tenant("customer-b"), PROVIDER, Capacity.INDIRECT_PROVIDER, RESELLER);
        Client stranger = cast.of("reseller2-admin");
        assertEquals(404, stranger.get(path(provided)).status());
        assertEquals(404, stranger.get(provided + "/support").status());
        assertEquals(404, stranger.post(path(provided), fields(RESELLER2, "0")).status());
        String wrong = provided + "/subscriptions/" + other + "/support-contact";
        assertEquals(404, cast.of("provider-helpdesk").get(wrong).status());
        assertEquals(
                404,
                cast.of("provider-helpdesk").post(wrong, fields(RESELLER, "0")).status());
    }

    @Test
    void anotherPartnerOfTheSameCustomerSeesNothingOfIt() {
        String entry = "/customers/" + supporting.relationship(RESELLER2, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        assertEquals(404, cast.of("reseller2-admin").get(path(entry)).status());
        Answer tab = cast.of("reseller2-admin").get(entry + "/support");
        assertEquals(200, tab.status());
        assertFalse(tab.text().contains(subscription.toString()));
        assertFalse(cast.of("reseller-helpdesk").get(path(resold)).text().contains("Zielony"));
    }

    @Test
    void helpdeskAgentOfTheSellerDesignatesAReseller() {
        Client helpdesk = cast.of("provider-helpdesk");
        Answer tab = helpdesk.get(provided + "/support");
        assertEquals(
                path(provided), provided + "/" + tab.page().select("tbody th a").attr("href"));
        Answer page = helpdesk.get(path(provided));
        assertEquals(
                PROVIDER.toString(),
                page.page().select("input[name=contact][checked]").val());
        assertTrue(page.text().contains("agreement"));

        Answer saved = choose("provider-helpdesk", provided, RESELLER, "0");
        assertEquals(303, saved.status());
        assertEquals(RESELLER.toString(), contact());
        Answer review = helpdesk.get(saved.location().orElseThrow());
        assertEquals("Bałtyk Dystrybucja S.A.", review.page().select("del").text());
        assertEquals("Modrá Řeka IT s.r.o.", review.page().select("ins").text());
        assertTrue(review.text().contains("SLA-2026-014"));
        assertEquals(1, rows.count("relationship", "partner_id = ? and version = 1", PROVIDER));
        assertEquals(1, rows.count("relationship", "partner_id = ? and version = 1", RESELLER));
    }

    @Test
    void bothPartnersReadItInTheirLogAndInTheirMail() {
        choose("provider-helpdesk", provided, RESELLER, "0");
        for (UUID partner : List.of(PROVIDER, RESELLER)) {
            Map<String, Object> entry = rows.row(
                    """
                    select old_value, new_value from activity_entry
                    where organization_id = ? and action = 'support-contact-designated'
                    """,
                    partner);
            assertEquals("Bałtyk Dystrybucja S.A.", entry.get("old_value"));
            assertEquals("Modrá Řeka IT s.r.o.", entry.get("new_value"));
        }
        List<DemoMailServer.Mail> mails = app.sentMail();
        assertTrue(mails.stream()
                .anyMatch(mail -> mail.subject().contains("Jste určeným kontaktem podpory")
                        && mail.text().contains(resold + "/support")));
        assertTrue(mails.stream()
                .anyMatch(mail -> mail.subject().contains("Nie są już Państwo kontaktem")
                        && mail.text().contains(provided + "/support")));
        assertEquals(2, rows.count("outbox_mail"));
    }

    @Test
    void whoMissesSomethingStandsThereWithTheReasonAndTheWay() {
        supporting.partnership(PROVIDER, RESELLER2);
        supporting.endPrivileges(RESELLER, CUSTOMER);
        Answer page = cast.of("provider-admin").get(path(provided));
        assertEquals(2, page.page().select("input[name=contact][disabled]").size());
        assertTrue(page.page().select("main").text().contains("Has no delegated admin privileges"));
        assertTrue(page.page().select("main").text().contains("Has no active reseller relationship"));
        assertEquals(
                "podpora@modra-reka.example",
                page.page().select("main a[href^=mailto:podpora@modra]").text());
        assertEquals(422, choose("provider-admin", provided, RESELLER, "0").status());
        assertEquals(null, contact());
        // the reseller sees how to mend its own
        Answer own = cast.of("reseller-helpdesk").get(path(resold));
        assertEquals(1, own.page().select("main a[href=/invitations/new]").size());
        // one whose partnership ended is led to the partnerships
        supporting.grantPrivileges(RESELLER, CUSTOMER);
        supporting.endPartnership(PROVIDER, RESELLER);
        assertEquals(
                1,
                cast.of("provider-admin")
                        .get(path(provided))
                        .page()
                        .select("main a[href=/indirect-resellers]")
                        .size());
    }

    @Test
    void changingBackIsOneChoiceMore() {
        Answer saved = choose("reseller-helpdesk", resold, RESELLER, "0");
        String review = saved.location().orElseThrow();
        cast.of("reseller-helpdesk").get(review);
        Answer back = cast.of("reseller-helpdesk").post(review + "/reversal", Map.of("version", "1"));
        assertEquals(resold + "/support", back.location().orElseThrow());
        assertEquals(null, contact());
        assertEquals(2, rows.count("support_designation"));
        assertEquals(1, rows.count("support_designation", "still_open = 1 and contact_id is null"));
        assertTrue(cast.of("reseller-helpdesk")
                .get(path(resold))
                .page()
                .select(".timeline li")
                .text()
                .contains("SLA-2026-014"));
    }

    @Test
    void sendingTwiceChoosesOnce() {
        Answer first = choose("provider-helpdesk", provided, RESELLER, "0");
        Answer again = choose("provider-helpdesk", provided, RESELLER, "0");
        assertEquals(first.location(), again.location());
        assertEquals(1, rows.count("support_designation"));
        assertEquals(2, rows.count("outbox_mail"));
        Answer unchanged = choose("provider-helpdesk", provided, RESELLER, "1");
        assertEquals(provided + "/support", unchanged.location().orElseThrow());
        assertEquals(1, rows.count("support_designation"));
    }

    @Test
    void staleFormIsAnsweredWithTheOthersChoice() {
        supporting.relationship(RESELLER2, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER2);
        choose("provider-helpdesk", provided, RESELLER, "0");
        Answer late = choose("provider-admin", provided, RESELLER2, "0");
        assertEquals(409, late.status());
        assertTrue(late.page().select(".notice.warn").text().contains("Modrá Řeka IT s.r.o."));
        assertEquals(
                RESELLER2.toString(),
                late.page().select("input[name=contact][checked]").val());
        assertEquals("SLA-2026-014", late.page().select("#reference").val());
        assertEquals(RESELLER.toString(), contact());
        Map<String, String> again =
                fields(RESELLER2, late.page().select("input[name=version]").val());
        assertEquals(303, cast.of("provider-admin").post(path(provided), again).status());
        assertEquals(RESELLER2.toString(), contact());
    }

    @Test
    void ofTwoWhoChooseAtOnceOnTwoNodesOneWins() {
        supporting.relationship(RESELLER2, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER2);
        Client here = cast.of("provider-helpdesk");
        Client there = second.as("provider-admin");
        for (int round = 0; round < 6; round++) {
            String version = rows.text("select version from subscription where id = ?", subscription);
            here.get(path(provided));
            there.get(path(provided));
            boolean odd = round % 2 == 1;
            // never what it is already
            UUID one = odd ? PROVIDER : RESELLER;
            rows.change(
                    "update subscription set support_contact_id = ? where id = ?", odd ? RESELLER : null, subscription);
            List<Answer> answers = new Crowd<Answer>()
                    .with(() -> here.post(path(provided), fields(one, version)))
                    .with(() -> there.post(path(provided), fields(RESELLER2, version)))
                    .go();
            assertEquals(
                    List.of(303, 409),
                    Stream.of(answers.get(0), answers.get(1))
                            .map(Answer::status)
                            .sorted()
                            .toList());
            assertEquals(round + 1, rows.count("support_designation"));
            rows.change("update subscription set support_contact_id = null where id = ?", subscription);
        }
    }

    @Test
    void designationAndTheEndOfTheRelationshipDoNotMissEachOther() {
        supporting.endRelationship(RESELLER, CUSTOMER);
        assertEquals(422, choose("provider-helpdesk", provided, RESELLER, "0").status());
        supporting.endRelationship(PROVIDER, CUSTOMER);
        assertEquals(404, choose("provider-helpdesk", provided, RESELLER, "0").status());
    }

    @Test
    void whoOnlySupportsItLooksOn() {
        String entry = "/customers/" + supporting.relationship(RESELLER2, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER2);
        choose("provider-helpdesk", provided, RESELLER2, "0");
        Answer page = cast.of("reseller2-admin").get(path(entry));
        assertEquals(200, page.status());
        assertTrue(page.page().select("main button[type=submit].primary").isEmpty());
        assertEquals(
                403,
                cast.of("reseller2-admin")
                        .post(path(entry), fields(PROVIDER, "1"))
                        .status());
    }

    @Test
    void whatWasBoughtElsewhereIsOfferedToBySomebodyWithPrivileges() {
        UUID elsewhere = supporting.subscription(CUSTOMER, null, null, null);
        subscription = elsewhere;
        assertEquals(404, choose("provider-helpdesk", provided, PROVIDER, "0").status());
        assertEquals(303, choose("reseller-helpdesk", resold, RESELLER, "0").status());
        supporting.grantPrivileges(PROVIDER, CUSTOMER);
        assertEquals(403, choose("provider-helpdesk", provided, PROVIDER, "1").status());
        Map<String, String> nobody = fields(RESELLER, "1");
        nobody.put("contact", "none");
        assertEquals(
                303, cast.of("reseller-helpdesk").post(path(resold), nobody).status());
        assertEquals(null, contact());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "x",
                "00000000-0000-0000-0000-000000000000",
                "\u0000",
                "😀",
                "\u202Eabc",
                "'\"><script>"
            })
    void whateverIsWrittenInsteadOfAPartnerIsNeverAMistakeOfOurs(String contact) {
        Client helpdesk = cast.of("provider-helpdesk");
        helpdesk.get(path(provided));
        Map<String, String> fields = fields(RESELLER, "0");
        fields.put("contact", contact);
        Answer answer = helpdesk.post(path(provided), fields);
        assertTrue(contact.equals("none") ? answer.status() < 400 : answer.status() == 422, contact);
        for (String reference : List.of("x".repeat(101), "a\u0000b", "\u202Eabc")) {
            fields = fields(RESELLER, "0");
            fields.put("reference", reference);
            assertEquals(422, helpdesk.post(path(provided), fields).status());
        }
        for (String version : List.of("", "x", "-1", "99999999999999")) {
            fields = fields(RESELLER, version);
            assertEquals(409, helpdesk.post(path(provided), fields).status(), version);
        }
        assertEquals(
                409,
                helpdesk.postRaw(path(provided), "contact=" + RESELLER + "&contact=x&version=7&version=8")
                        .status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyReadsItInTheirLanguage(Language language) {
        Texts texts = Texts.in(language);
        Client helpdesk = cast.of("provider-helpdesk").preferring(language.code());
        try {
            assertTrue(helpdesk.get(provided + "/support").text().contains(texts.text("support.of-customer.heading")));
            assertTrue(helpdesk.get(path(provided)).text().contains(texts.text("support.agreement.reminder")));
            Client customer = cast.of("customer-a-user").preferring(language.code());
            assertEquals(
                    texts.text("support.page.title"), customer.get("/support").heading());
        } finally {
            cast.of("provider-helpdesk").preferring("en");
            cast.of("customer-a-user").preferring("en");
        }
    }

    @Test
    void everybodyAtTheCustomerSeesWhoActs() {
        Client user = cast.of("customer-a-user");
        assertTrue(user.get("/support").page().select("h2").text().contains("Bałtyk Dystrybucja S.A."));
        assertEquals(
                "/support",
                user.get("/").page().select(".bar nav a[href=/support]").attr("href"));
        choose("provider-helpdesk", provided, RESELLER, "0");
        Answer page = user.get("/support");
        assertEquals(
                "Modrá Řeka IT s.r.o.", page.page().select("main section h2").text());
        assertTrue(page.text().contains("podpora@modra-reka.example"));
        assertTrue(page.text().contains("tel:+420255550100"));
        assertTrue(page.text().contains(Supporting.PRODUCT));
        supporting.endPrivileges(RESELLER, CUSTOMER);
        assertEquals(
                "Bałtyk Dystrybucja S.A.",
                user.get("/support").page().select("main section h2").text());
    }
}
