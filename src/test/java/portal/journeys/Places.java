package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import portal.demo.DemoPeople;
import portal.organizations.PartnerId;
import portal.portfolio.ManyRows;
import portal.testing.Accepting;
import portal.testing.Asking;
import portal.testing.Asking.Asked;
import portal.testing.Browser;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.Window;

/**
 * Every page of the portal: the one list that is walked. Making it brings the portal into the state in which all of them
 * can be seen; going to one of them changes nothing.
 */
final class Places {
    static final String NOBODY = "nobody";

    private final TestApp app;
    private final Cast cast;
    private final List<Place> list = new ArrayList<>();

    /**
     * One page.
     *
     * @param person who looks at it, or nobody
     * @param status what it answers with
     * @param way from anywhere to the page
     */
    record Place(String name, String person, int status, Consumer<Window> way) {}

    private Places(TestApp app) {
        this.app = app;
        cast = new Cast(app);
    }

    /** All pages of a fresh portal. */
    static List<Place> of(TestApp app) {
        Places places = new Places(app);
        places.addInformation();
        places.addHomes();
        places.addAsking();
        Asked open = places.addDraft();
        places.addInvitations(open);
        places.addVerdicts(open);
        places.addAnswering();
        places.addCustomers();
        return places.list;
    }

    private void add(String name, String person, int status, String path) {
        add(name, person, status, window -> window.open(path));
    }

    private void add(String name, String person, int status, Consumer<Window> way) {
        list.add(new Place(name, person, status, way));
    }

    private Client as(String person) {
        return cast.of(person);
    }

    private static void submit(Window window, String form) {
        window.page()
                .locator("main form[action$='" + form + "'] button[type=submit].primary")
                .click();
    }

    private void addInformation() {
        add("welcome", NOBODY, 200, "/");
        add("language-and-appearance", NOBODY, 200, window -> {
            window.open("/");
            window.page().locator(".me").click();
        });
        add("menu", "direct-admin", 200, window -> {
            window.wide(Browser.NARROW).open("/");
            window.page().locator(".bar .menu-button").click();
        });
        add("privacy", NOBODY, 200, "/privacy");
        add("accessibility", NOBODY, 200, "/accessibility");
        add("not-found", NOBODY, 404, "/nowhere");
        add("not-found-signed-in", "direct-admin", 404, "/nowhere");
        add("not-allowed", "direct-helpdesk", 403, "/invitations/new");
        add("sign-in-failed", NOBODY, 400, "/sign-in/return?state=none");
    }

    private void addHomes() {
        add("home-unknown", "customer-c-global", 200, "/");
        add("home-no-role", "norole", 200, "/");
        add("home-operator", "operator", 200, "/");
        add("home-partner-empty", "provider2-admin", 200, "/");
        add("home-partner", "direct-admin", 200, "/");
        add("home-partner-helpdesk", "direct-helpdesk", 200, "/");
        add("home-customer-empty", "customer-outside-global", 200, "/");
        add("home-customer", "customer-a-global", 200, "/");
        add("person", "direct-admin", 200, window -> {
            window.open("/");
            window.page().locator(".me").click();
        });
    }

    private void addAsking() {
        add("request", "direct-admin", 200, "/invitations/new");
        add("request-dual", "dual-admin", 200, "/invitations/new");
        add("request-national", "gov-global", 200, "/invitations/new");
        add("request-errors", "dual-admin", 422, window -> {
            window.open("/invitations/new");
            window.id("domain").fill("no domain");
            window.id("email").fill("nobody");
            window.id("days").fill("120");
            submit(window, "/invitations");
        });
    }

    private Asked addDraft() {
        Asked open = Asking.by(as("direct-admin"))
                .with("note", "Met at the fair in Liberec; they renew in December and want one partner for everything.")
                .asked();
        String draft = open.path() + "/draft";
        add("draft", "direct-admin", 200, draft);
        add("draft-saved", "direct-admin", 200, window -> {
            window.open(draft);
            window.page().locator("#draft > .actions button").click();
        });
        add("draft-errors", "direct-admin", 422, window -> {
            window.open(draft);
            window.id("subject").fill("");
            window.id("body").fill("Hello {customer}, see https://elsewhere.example/");
            window.page().locator("#draft > .actions button").click();
        });
        add("draft-copying", "direct-admin", 200, window -> {
            window.open(draft);
            // as it is sent where scripts are switched off
            window.page().locator("[data-copy]").evaluate("button => button.form.requestSubmit(button)");
            window.page().locator("#copying").waitFor();
        });
        Asked unaddressed = Asking.by(as("direct-admin"))
                .with("email", null)
                .with("company", null)
                .asked();
        add("draft-without-address", "direct-admin", 200, unaddressed.path() + "/draft");
        Asked shortened = Asking.by(as("direct-admin"))
                .with("company", "Gesellschaft für grenzüberschreitende Wasserstraßenverwaltung Donau–Moldau–Elbe mbH")
                .with("language", "hu")
                .asked();
        Map<String, String> longer = new HashMap<>(shortened.draft());
        longer.put("body", shortened.body() + "\n\n" + "Üdvözlettel, és köszönjük a türelmüket! ".repeat(40));
        assertEquals(
                303,
                as("direct-admin").post(shortened.path() + "/draft", longer).status());
        add("draft-too-long-to-open", "direct-admin", 200, shortened.path() + "/draft");
        return open;
    }

    private void addInvitations(Asked open) {
        add("invitation", "direct-admin", 200, open.path());
        add("invitation-helpdesk", "direct-helpdesk", 200, open.path());
        add("revoke", "direct-admin", 200, open.path() + "/revocation");
        add("revoke-errors", "direct-admin", 422, window -> {
            window.open(open.path() + "/revocation");
            window.id("reason").evaluate("field => { field.maxLength = 2000; field.value = 'x'.repeat(501); }");
            window.page().locator("main button.danger").click();
        });

        Asked sent = Asking.by(as("direct-admin")).asked();
        as("direct-admin").submit(sent.path() + "/deliveries", sent.draft());
        app.sentMail();
        add("invitation-sent", "direct-admin", 200, sent.path());

        Asked revoked = Asking.by(as("direct-admin")).asked();
        as("direct-admin").submit(revoked.path() + "/revocation", Map.of("reason", "They have moved."));
        add("invitation-revoked", "direct-admin", 200, revoked.path());
        add("link-revoked", "customer-a-global", 410, revoked.link());

        Asked declined = Asking.by(as("direct-admin")).asked();
        as("customer-a-global").open(declined.link() + "/decline");
        as("customer-a-global").submit(declined.link() + "/decline", Map.of("reason", "We have a partner."));
        add("invitation-declined", "direct-admin", 200, declined.path());
        add("link-declined-by-you", "customer-a-global", 200, declined.link());

        Asked expired = Asking.by(as("direct-admin")).asked();
        expire(expired);
        add("invitation-expired", "direct-admin", 200, expired.path());
        add("link-expired", "customer-a-global", 410, expired.link());
    }

    private void expire(Asked asked) {
        String id = asked.path().substring(asked.path().lastIndexOf('/') + 1);
        app.database()
                .write(handle -> handle.execute(
                        "update invitation set expires_at = ? where id = ?",
                        app.clock().instant().minusSeconds(60),
                        id));
        app.app().invitations().expireOverdue(app.clock().instant());
    }

    private void addVerdicts(Asked open) {
        add("link-summary", NOBODY, 200, open.link());
        add("link-wrong-account", "customer-b-global", 403, open.link());
        add("link-not-global-admin", "customer-a-user", 403, open.link());
        add("link-partner-tenant", "reseller2-admin", 403, open.link());
        String unknown = open.link().substring(0, open.link().lastIndexOf('/')) + "/" + "A".repeat(43);
        add("link-unknown", NOBODY, 404, unknown);

        Asked outside = Asking.by(as("direct-admin"))
                .with("company", "Hudson Orchards Inc.")
                .with("domain", "hudson-orchards.example")
                .asked();
        add("link-outside-region", "customer-outside-global", 403, outside.link());

        Asked cloud = Asking.by(as("gov-global")).asked();
        add("link-other-cloud", "customer-a-global", 403, cloud.link());

        Asked accepted = Asking.by(as("reseller-admin")).asked();
        assertEquals(
                200, Accepting.accept(as("customer-a-global"), accepted.link()).status());
        add("invitation-accepted", "reseller-admin", 200, accepted.path());
        add("link-accepted-by-you", "customer-a-global", 200, accepted.link());
        add("link-used", "customer-b-global", 410, accepted.link());
        add("link-closed", NOBODY, 410, accepted.link());

        Asked again = Asking.by(as("reseller-admin")).asked();
        add("link-nothing-new", "customer-a-global", 200, again.link());
    }

    private void addAnswering() {
        Asked second = Asking.by(as("provider-admin")).asked();
        add("decide-agreement-accepted", "customer-a-global", 200, second.link());

        Asked first = Asking.by(as("direct-admin"))
                .with("company", "Łąki Mazurskie Sp. z o.o.")
                .with("domain", "laki-mazurskie.example")
                .asked();
        add("decide", "customer-b-global", 200, first.link());
        add("decide-errors", "customer-b-global", 422, window -> {
            window.open(first.link());
            window.id("first-name").fill("");
            window.id("email").fill("nobody");
            submit(window, "/acceptance");
        });
        add("decline", "customer-b-global", 200, first.link() + "/decline");

        Asked newcomer = Asking.by(as("direct-admin"))
                .with("company", null)
                .with("domain", "balatoni-vitorlas.example")
                .asked();
        add("company", "customer-c-global", 200, newcomer.link());
        add("company-errors", "customer-c-global", 422, window -> {
            window.open(newcomer.link());
            window.id("phone").fill("nobody");
            submit(window, "/company");
        });
    }

    private void addCustomers() {
        add("customers-empty", "provider2-admin", 200, "/customers");
        add("customers-no-role", "norole", 403, "/customers");
        add("customers", "direct-admin", 200, "/customers");
        add("customers-helpdesk", "direct-helpdesk", 200, "/customers");
        add("customers-attention", "direct-admin", 200, "/customers?state=attention");
        add("customers-none-removed", "reseller-admin", 200, "/customers?state=removed");
        add("customers-search", "direct-admin", 200, "/customers?q=jizersk%C3%A9&sort=since");
        add("customers-nothing-found", "direct-admin", 200, "/customers?q=nowhere&state=invited");
        add("customers-row-open", "reseller-admin", 200, window -> {
            window.open("/customers");
            window.page().locator(".twisty").first().click();
            window.id("open").waitFor();
        });
        add("customer", "reseller-admin", 200, window -> {
            window.open("/customers?state=active");
            window.page().locator("tbody th a:not(.twisty)").first().click();
        });
        new ManyRows(app.database())
                .add(new PartnerId(DemoPeople.person("dual-admin").tenant()), 120);
        add("customers-middle-page", "dual-admin", 200, window -> {
            window.open("/customers");
            window.page().locator(".pager a[rel=next]").click();
        });
        addSettings();
        add("activity", "direct-admin", 200, "/activity");
        add("activity-empty", "provider2-admin", 200, "/activity");
    }

    private void addSettings() {
        add("settings", "direct-admin", 200, "/settings");
        add("templates", "direct-global", 200, "/settings/templates");
        add("template-read", "direct-helpdesk", 200, "/settings/templates/pl");
        add("template", "direct-global", 200, "/settings/templates/hu");
        add("template-errors", "direct-global", 422, window -> {
            window.open("/settings/templates/en");
            window.id("body").fill("Hello {nobody}");
            submit(window, "/settings/templates/en/texts");
        });
        add("template-preview", "direct-global", 200, window -> {
            window.open("/settings/templates/en");
            window.page().locator("button[formaction$='/preview']").click();
            window.id("preview").waitFor();
        });
    }
}
