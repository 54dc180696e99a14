package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import portal.platform.access.Capacity;
import portal.testing.Client;
import portal.testing.Relating;

/** The pages of a customer's record, and those of the Customers page beside the list. */
record RecordPlaces(Places places) {
    void add() {
        String path = places.active("reseller-admin");
        addAccount(path);
        addBillTo();
        addServices(path);
        addViews();
        addServiceLinks();
    }

    private void addAccount(String path) {
        Client admin = places.as("reseller-admin");
        Map<String, String> labels =
                Map.of("alias", "Jizerka", "tags", "glass, gold", "version", version(admin, path + "/labels"));
        assertEquals(303, admin.post(path + "/labels", labels).status());
        for (int note = 0; note < 22; note++) {
            Map<String, String> written = Map.of("note", "Call " + note + ".\nAsk for Jiří.", "id", id(admin, path));
            assertEquals(303, admin.post(path + "/notes", written).status());
        }
        places.add("customer-labelled", "reseller-admin", 200, path);
        places.add("customer-helpdesk", "reseller-helpdesk", 200, path);
        places.add("customer-notes-older", "reseller-admin", 200, window -> {
            window.open(path);
            window.page().locator("#notes a[rel=next]").click();
        });
        places.add("customer-note-errors", "reseller-admin", 422, window -> {
            window.open(path);
            window.page().locator("main form[action$='/notes'] button").click();
        });
        places.add("customer-labels", "reseller-admin", 200, path + "/labels");
        places.add("customer-labels-errors", "reseller-admin", 422, window -> {
            window.open(path + "/labels");
            window.id("tags").fill("x".repeat(31));
            window.page().locator("main form .primary").click();
        });
        places.add("customer-labels-stale", "reseller-admin", 409, window -> {
            window.open(path + "/labels");
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '-1'; }");
            window.id("alias").fill("Sklo");
            window.page().locator("main form .primary").click();
        });
        places.add("customers-tag", "reseller-admin", 200, "/customers?filter=tag:gold");
        places.add("customers-nothing-filtered", "reseller-admin", 200, "/customers?filter=dap:removed");
    }

    private void addBillTo() {
        String path = places.begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(116));
        places.add("bill-to", "direct-admin", 200, path + "/bill-to");
        places.add("bill-to-errors", "direct-admin", 422, window -> {
            window.open(path + "/bill-to");
            window.id("bill-to-name").fill("");
            window.page().locator("main form .primary").click();
        });
        places.add("bill-to-stale", "direct-admin", 409, window -> {
            window.open(path + "/bill-to");
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '999'; }");
            window.id("city").fill("Liberec");
            window.page().locator("main form .primary").click();
        });
        places.add("customer-seller", "direct-admin", 200, path);
    }

    private void addServices(String path) {
        Client admin = places.as("reseller-admin");
        places.add("services", "reseller-admin", 200, path + "/services");
        places.add("service-request-errors", "reseller-admin", 422, window -> {
            window.open(path + "/services");
            window.id("number").fill("");
            window.page()
                    .locator("main form[action$='/service-requests'] button")
                    .click();
        });
        Map<String, String> called = Map.of(
                "number",
                "SR-1201",
                "called-on",
                "2026-11-19",
                "request-subject",
                "Mail is late",
                "id",
                id(admin, path + "/services"));
        assertEquals(303, admin.post(path + "/service-requests", called).status());
        places.add("services-requests", "reseller-helpdesk", 200, path + "/services");
    }

    private void addViews() {
        places.add("views-empty", "provider2-admin", 200, "/customers/views");
        places.add("view-errors", "reseller-admin", 422, window -> {
            window.open("/customers/views?filter=tag:gold");
            window.page().locator("main form .primary").click();
        });
        Client admin = places.as("reseller-admin");
        admin.get("/customers/views");
        assertEquals(
                303,
                admin.post("/customers/views", Map.of("view-name", "Gold", "filter", "tag:gold"))
                        .status());
        places.add("views", "reseller-admin", 200, "/customers/views?state=active");
        places.add("customers-view", "reseller-admin", 200, "/customers?filter=tag%3Agold");
    }

    private void addServiceLinks() {
        places.add("service-links", "operator", 200, "/service-links");
        places.add("service-link-new", "operator", 200, "/service-links/new");
        places.add("service-link-errors", "operator", 422, window -> {
            window.open("/service-links/new");
            window.id("service-url").fill("http://{tenant}.example");
            window.page().locator("main form .primary").click();
        });
        places.add("service-link", "operator", 200, window -> {
            window.open("/service-links");
            window.page().locator("tbody th a").first().click();
        });
    }

    private static String version(Client client, String path) {
        return client.get(path).page().select("main input[name=version]").val();
    }

    private static String id(Client client, String path) {
        return client.get(path).page().select("main input[name=id]").val();
    }
}
