package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.access.Footing;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.texts.Language;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

/** A partner of two capacities has the same customer twice, once in each. */
class SeveralCapacitiesTest {
    private static final UUID DUAL = DemoPeople.person("dual-admin").tenant();

    private static TestApp app;
    private static Client partner;

    @BeforeAll
    static void theCustomerAcceptsInBothCapacities() {
        app = TestApp.start();
        partner = app.as("dual-admin");
        Client customer = app.as("customer-a-global");
        for (String capacity : List.of("indirect-reseller", "direct-bill")) {
            Asking.Asked asked = Asking.by(partner)
                    .with("capacity", capacity)
                    .with("delegated-admin", capacity.equals("direct-bill") ? "yes" : null)
                    .asked();
            assertEquals(200, Accepting.accept(customer, asked.link()).status());
        }
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void requestWithoutACapacityIsAskedInWhich() {
        assertEquals(
                2,
                partner.get("/invitations/new")
                        .page()
                        .select("input[name=capacity]")
                        .size());
        Answer answer = Asking.by(partner).send();
        assertEquals(422, answer.status());
        assertTrue(
                answer.wrongFields().contains("capacity"), answer.wrongFields().toString());
    }

    @Test
    void customerStandsOncePerCapacityAndEachRowLeadsToTheOther() {
        Document list = partner.get("/customers").page();
        List<String> rows = list.select("tr:has(th:contains(Jizerské))").eachText();
        assertEquals(2, rows.size());
        assertTrue(rows.stream().anyMatch(row -> row.contains("Direct bill")), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.contains("Reseller")), rows.toString());
        assertTrue(rows.stream().allMatch(row -> row.contains("Granted")), rows.toString());
        List<String> paths =
                list.select("tr:has(th:contains(Jizerské)) th a:not(.twisty)").eachAttr("href");
        for (String path : paths) {
            Document account = partner.get(path).page();
            String sibling =
                    account.select("dt:contains(Also your customer as) + dd a").attr("href");
            assertEquals(paths.get(path.equals(paths.get(0)) ? 1 : 0), sibling);
        }
        assertEquals(2, Rows.of(app).count("relationship", "still_open = 1 and partner_id = ?", DUAL));
        assertEquals(1, Rows.of(app).count("delegated_admin_grant"));
        assertEquals(1, Rows.of(app).count("agreement_acceptance"));
    }

    @Test
    void whatIsOfferedFollowsTheRowAndNotThePartner() {
        Map<Access, List<Boolean>> expected = Map.of(
                Access.ORDER, List.of(true, false),
                Access.EDIT_BILLING, List.of(true, false),
                Access.MANAGE_SUBSCRIPTIONS, List.of(true, false),
                Access.MANAGE_USERS, List.of(true, true),
                Access.RESET_PASSWORDS, List.of(true, true),
                Access.OPEN_SERVICES, List.of(true, true),
                Access.DESIGNATE_SUPPORT_CONTACT, List.of(true, true),
                Access.END_RELATIONSHIP, List.of(true, true),
                Access.WRITE_NOTES, List.of(true, true));
        Footing direct = footing(Capacity.DIRECT_BILL);
        Footing reseller = footing(Capacity.INDIRECT_RESELLER);
        expected.forEach((access, allowed) -> assertEquals(
                allowed,
                List.of(
                        access.refusal(visitor(), direct).isEmpty(),
                        access.refusal(visitor(), reseller).isEmpty()),
                access.code()));
        assertEquals(Optional.of("access.missing.seller"), Access.ORDER.refusal(visitor(), reseller));
        assertFalse(direct.equals(reseller));
    }

    private static Footing footing(Capacity capacity) {
        UUID id = UUID.fromString(Rows.of(app)
                .text("select id from portfolio_entry where partner_id = ? and capacity = ?", DUAL, capacity.code()));
        return app.database()
                .read(handle -> CustomerRecords.find(handle, new PartnerId(DUAL), id))
                .map(CustomerRecord::footing)
                .orElseThrow();
    }

    private static Visitor visitor() {
        DemoPeople.Person person = DemoPeople.person("dual-admin");
        return new Visitor(
                UUID.randomUUID(),
                DUAL,
                person.name(),
                person.email(),
                null,
                null,
                Set.of(Role.ADMIN_AGENT),
                Optional.empty(),
                null,
                ZoneOffset.UTC,
                Optional.of(new Visitor.Organization(
                        DUAL,
                        OrganizationKind.PARTNER,
                        OrganizationState.ACTIVE,
                        "Moravia",
                        null,
                        "CZ",
                        Cloud.PUBLIC,
                        Set.of(Capacity.DIRECT_BILL, Capacity.INDIRECT_RESELLER),
                        Language.CS,
                        0)),
                new byte[0]);
    }
}
