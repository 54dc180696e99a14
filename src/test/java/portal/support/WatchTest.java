package portal.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoMailServer;
import portal.platform.access.Capacity;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Supporting;
import portal.testing.TestApp;

class WatchTest {
    private static final UUID PROVIDER = Supporting.tenant("provider");
    private static final UUID RESELLER = Supporting.tenant("reseller");
    private static final UUID CUSTOMER = Supporting.tenant("customer-a");

    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;
    private static Supporting supporting;

    private String provided;
    private UUID subscription;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        second.withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        supporting = Supporting.in(app);
        cast.of("provider-helpdesk");
        rows.change("update organization set email = concat('podpora@', domain) where kind = 'partner'");
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    @BeforeEach
    void designate() {
        rows.startAgain();
        provided = "/customers/" + supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, CUSTOMER, false);
        supporting.relationship(RESELLER, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER);
        subscription = supporting.subscription(CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, RESELLER);
        Client helpdesk = cast.of("provider-helpdesk");
        helpdesk.get(path());
        Map<String, String> fields = Map.of("contact", RESELLER.toString(), "reference", "", "version", "0");
        assertEquals(303, helpdesk.post(path(), fields).status());
        watch();
        assertEquals(0, rows.count("activity_entry", "action = 'support-contact-lost'"));
        rows.change("delete from outbox_mail");
    }

    private String path() {
        return provided + "/subscriptions/" + subscription + "/support-contact";
    }

    private static void watch() {
        app.app().supportWatch().next(app.clock().instant());
    }

    private String attention() {
        return rows.texts("select attention from portfolio_entry where partner_id = ?", PROVIDER)
                .get(0);
    }

    @Test
    void bothPartnersAreToldOnceThatAContactWasLost() {
        supporting.endPrivileges(RESELLER, CUSTOMER);
        new Crowd<Boolean>()
                .with(() -> watched(app))
                .with(() -> watched(second))
                .go();
        watch();
        assertEquals(2, rows.count("outbox_mail", "kind = 'support-lost'"));
        assertEquals(2, rows.count("activity_entry", "action = 'support-contact-lost'"));
        assertEquals("support-contact-lost", attention());
        List<DemoMailServer.Mail> mails = app.sentMail();
        assertTrue(
                mails.stream().anyMatch(mail -> mail.text().contains("Nemá u tohoto zákazníka delegovaná oprávnění")));
        assertTrue(
                mails.stream().anyMatch(mail -> mail.text().contains("Nie ma u tego klienta delegowanych uprawnień")));
    }

    private static boolean watched(TestApp node) {
        node.app().supportWatch().next(node.clock().instant());
        return true;
    }

    @Test
    void choiceStandsAgainWhenWhatWasMissingIsBack() {
        supporting.endPartnership(PROVIDER, RESELLER);
        Answer lost = cast.of("provider-helpdesk").get(provided + "/support");
        assertTrue(lost.page().select("td.state .badge.warn").text().contains("Lost"), "before anybody was told");
        watch();
        rows.change("delete from outbox_mail");
        supporting.partnership(PROVIDER, RESELLER);
        assertEquals(
                "Designated",
                cast.of("provider-helpdesk")
                        .get(provided + "/support")
                        .page()
                        .select("td.state .badge")
                        .text());
        watch();
        assertEquals(null, attention());
        assertEquals(0, rows.count("outbox_mail"));
        assertEquals(2, rows.count("activity_entry", "action = 'support-contact-regained'"));
        assertEquals(1, rows.count("support_designation", "coverage = 'designated' and lost_at is null"));
    }

    @Test
    void suspendedContactIsLostToo() {
        supporting.state(RESELLER, "suspended");
        watch();
        assertEquals(1, rows.count("support_designation", "coverage = 'suspended'"));
        assertEquals(2, rows.count("outbox_mail", "kind = 'support-lost'"));
        Answer board = cast.of("provider-helpdesk").get("/support-coverage?state=suspended");
        assertEquals(1, board.page().select("tbody tr").size());
        supporting.state(RESELLER, "active");
        watch();
        assertEquals(1, rows.count("support_designation", "coverage = 'designated'"));
    }

    @Test
    void anotherChoiceSettlesALostOne() {
        supporting.endRelationship(RESELLER, CUSTOMER);
        watch();
        assertEquals("support-contact-lost", attention());
        Client helpdesk = cast.of("provider-helpdesk");
        helpdesk.get(path());
        assertEquals(
                303,
                helpdesk.post(path(), Map.of("contact", PROVIDER.toString(), "version", "1"))
                        .status());
        assertEquals(null, attention());
        watch();
        assertEquals(null, attention());
    }

    @Test
    void subscriptionThatEndedIsWatchedNoLonger() {
        rows.change("update subscription set state = 'ended' where id = ?", subscription);
        supporting.endPrivileges(RESELLER, CUSTOMER);
        watch();
        assertEquals(0, rows.count("support_designation", "watched = 1"));
        assertEquals(0, rows.count("outbox_mail"));
    }

    @Test
    void otherReasonIsKeptAndALostContactIsMarkedAfterIt() {
        rows.change("update portfolio_entry set attention = 'question-open' where partner_id = ?", PROVIDER);
        supporting.endPrivileges(RESELLER, CUSTOMER);
        watch();
        assertEquals("question-open", attention());
        rows.change("update portfolio_entry set attention = null where partner_id = ?", PROVIDER);
        watch();
        assertEquals("support-contact-lost", attention());
        assertEquals(2, rows.count("outbox_mail"));
    }

    @Test
    void whereAnOrganizationHasNoAddressItsGlobalAdminsAreTold() {
        cast.of("reseller-global");
        rows.change("update organization set email = null where id = ?", RESELLER);
        supporting.endPrivileges(RESELLER, CUSTOMER);
        watch();
        assertEquals(1, rows.count("outbox_mail", "recipient = 'tereza.novakova@modra-reka.example'"));
        rows.change("update organization set email = concat('podpora@', domain) where id = ?", RESELLER);
    }
}
