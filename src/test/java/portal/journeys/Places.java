package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import portal.demo.DemoPeople;
import portal.invitations.InvitationState;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.portfolio.ManyRows;
import portal.testing.Accepting;
import portal.testing.AddingAgreement;
import portal.testing.Asking;
import portal.testing.Asking.Asked;
import portal.testing.Browser;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Enrolling;
import portal.testing.Importing;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.Supporting;
import portal.testing.TestApp;
import portal.testing.Window;

/**
 * Every page of the portal: the one list that is walked. Making it brings the portal into the state in which all of them
 * can be seen; going to one of them changes nothing.
 */
final class Places {
    static final String NOBODY = "nobody";

    /** A customer's Global admin who has accepted an agreement that is asked again since. */
    private static final String ASKED_AGAIN = "customer-d-global";

    /** A customer's Global admin who has not answered yet, and whose company has accepted nothing. */
    private static final String UNDECIDED = "customer-undecided-global";

    /** A customer's Global admin whose partner removes the relationship. */
    private static final String LEAVING = "customer-leaving-global";

    private final TestApp app;
    private final TestApp forgetful;
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

    private Places(TestApp app, TestApp forgetful) {
        this.app = app;
        this.forgetful = forgetful;
        cast = new Cast(app);
    }

    /**
     * All pages of a fresh portal.
     *
     * @param forgetful another node of it, which does not show links again
     */
    static List<Place> of(TestApp app, TestApp forgetful) {
        Places places = new Places(app, forgetful);
        places.addInformation();
        places.addHomes();
        places.addAsking();
        Asked open = places.addDraft();
        places.addInvitations(open);
        places.addDetails(open);
        places.addLedger();
        places.addVerdicts(open);
        places.addMessages();
        places.addHandingOver();
        places.addAnswering();
        places.addCustomers();
        places.addCatalogue();
        places.addSubscriptions();
        new RecordPlaces(places).add();
        places.addAgreements();
        places.addReceipts();
        places.addImports();
        places.addSupport();
        places.addSettings();
        places.addEndings();
        places.addOperating();
        places.addProfile();
        places.addEnrolment();
        UserPlaces.addTo(places, app);
        places.list.addAll(PartnershipPlaces.of(app, places.cast));
        return places.list;
    }

    void add(String name, String person, int status, String path) {
        add(name, person, status, window -> window.open(path));
    }

    void add(String name, String person, int status, Consumer<Window> way) {
        list.add(new Place(name, person, status, way));
    }

    Client as(String person) {
        return cast.of(person);
    }

    /** The account of an active customer of somebody's organization. */
    String active(String person) {
        return "/customers/"
                + Rows.of(app)
                        .text(
                                "select id from portfolio_entry where partner_id = ? and state = 'active' limit 1",
                                DemoPeople.person(person).tenant());
    }

    /** The account of a new customer, which has given no delegated admin privileges. */
    String begin(String person, Capacity capacity, UUID customer) {
        return Relating.in(app).begin(person, capacity, customer, false);
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
        addStanding();
        add("request-standing-errors", "direct-admin", 422, window -> {
            window.open("/invitations/new");
            window.id("kind-standing").check();
            window.id("company").fill("Jizerské sklo a.s.");
            submit(window, "/invitations");
        });
        add("request-duplicate", "direct-admin", 422, window -> {
            window.open("/invitations/new");
            window.id("company").fill("Jizerské sklo a.s.");
            window.id("domain").fill("jizerske-sklo.example");
            submit(window, "/invitations");
        });
        add("request", "direct-admin", 200, "/invitations/new");
        add("request-dual", "dual-admin", 200, "/invitations/new");
        add("request-national", "gov-global", 200, "/invitations/new");
        add("request-outside-region", "direct-admin", 422, window -> {
            window.open("/invitations/new");
            window.id("domain").fill("hudson-orchards.example");
            submit(window, "/invitations");
        });
        add("request-errors", "dual-admin", 422, window -> {
            window.open("/invitations/new");
            window.id("domain").fill("no domain");
            window.id("email").fill("nobody");
            window.id("days").fill("120");
            submit(window, "/invitations");
        });
    }

    private void addStanding() {
        Asked standing = Asking.by(as("reseller-admin"))
                .with("kind", "standing")
                .with("company", null)
                .with("domain", null)
                .with("email", null)
                .with("endless", "yes")
                .with("won-through", "own-marketing")
                .asked();
        add("invitation-standing", "reseller-admin", 200, standing.path());
        add("draft-standing", "reseller-admin", 200, standing.path() + "/draft");
        add("details-standing", "reseller-admin", 200, standing.path() + "/details");
        add("link-standing", NOBODY, 200, standing.link());
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
        String forgotten = forgetful.address().resolve(draft).toString();
        add("link-gone", "direct-admin", 200, forgotten);
        add("link-gone-unsaved", "direct-admin", 422, window -> {
            window.open(forgotten);
            // as a draft is saved that stood open for too long
            window.page()
                    .locator("main form")
                    .evaluate(
                            """
                            (form, action) => {
                              form.action = action;
                              const body = document.createElement('textarea');
                              body.name = 'body';
                              body.value = 'Dobrý den,\\n\\ntext bez odkazu.';
                              form.append(body);
                              form.requestSubmit();
                            }
                            """,
                            forgotten);
            window.page().locator("main pre").waitFor();
        });
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

        Asked reminded = Asking.by(as("direct-admin")).asked();
        as("direct-admin").submit(reminded.path() + "/deliveries", reminded.draft());
        app.sentMail();
        as("direct-admin").submit(reminded.path() + "/reminders", Map.of());
        as("direct-admin").submit(reminded.path() + "/reminders", Map.of());
        add("invitation-reminded", "direct-admin", 200, reminded.path());

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
        assertEquals(
                303,
                as(NOBODY)
                        .post(expired.link() + "/new-link", Map.of("email", "vedeni@jizerske-sklo.example"))
                        .status());
        add("invitation-new-link-asked", "direct-admin", 200, expired.path());
        add("new-link", "customer-a-global", 200, expired.link() + "/new-link");
        add("new-link-errors", NOBODY, 422, window -> {
            window.open(expired.link() + "/new-link");
            window.id("email").fill("nobody");
            submit(window, "/new-link");
        });
    }

    private void addDetails(Asked open) {
        String details = open.path() + "/details";
        add("details", "direct-admin", 200, details);
        add("details-errors", "direct-admin", 422, window -> {
            window.open(details);
            window.id("email").fill("nobody");
            window.id("days").fill("120");
            submit(window, "/details");
        });
        add("details-stale", "direct-admin", 409, window -> {
            window.open(details);
            // as after a colleague has saved
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '-1'; }");
            window.id("company").fill("Jizerské sklo, akciová společnost");
            window.id("won-through").selectOption("own-marketing");
            submit(window, "/details");
        });
    }

    private void addLedger() {
        add("invitations-empty", "provider2-admin", 200, "/invitations");
        add("invitations", "direct-admin", 200, "/invitations");
        add("invitations-helpdesk", "direct-helpdesk", 200, "/invitations?sort=oldest");
        add("invitations-nothing-found", "direct-admin", 200, "/invitations?q=nowhere");
        for (InvitationState state : InvitationState.values()) {
            add("invitations-" + state.code(), "direct-admin", 200, "/invitations?state=" + state.code());
        }
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
                .with("domain", null)
                .asked();
        add("link-outside-region", "customer-outside-global", 403, outside.link());

        Asked cloud = Asking.by(as("gov-global")).with("domain", null).asked();
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

    private void addMessages() {
        Asked asked = Asking.by(as("direct-admin"))
                .with("company", "Łąki Mazurskie Sp. z o.o.")
                .with("domain", "laki-mazurskie.example")
                .asked();
        add("question", NOBODY, 200, asked.link() + "/question");
        add("question-signed-in", "customer-b-global", 200, asked.link() + "/question");
        add("question-errors", NOBODY, 422, window -> {
            window.open(asked.link() + "/question");
            window.id("email").fill("nobody");
            submit(window, "/question");
        });
        add("not-administrator", NOBODY, 200, asked.link() + "/not-administrator");
        add("not-administrator-errors", NOBODY, 422, window -> {
            window.open(asked.link() + "/not-administrator");
            window.id("email").fill("nobody");
            submit(window, "/not-administrator");
        });

        Asked written = Asking.by(as("provider-admin"))
                .with("company", "Łąki Mazurskie Sp. z o.o.")
                .with("domain", "laki-mazurskie.example")
                .asked();
        write(
                NOBODY,
                written,
                "/question",
                Map.of("note", "Will our present partner keep its access?\nAnd who pays in December?"));
        write(
                "customer-b-global",
                written,
                "/not-administrator",
                Map.of("administrator", "Grzegorz Brzęczyszczykiewicz", "email", "grzegorz@laki-mazurskie.example"));
        write("customer-a-global", written, "/release-request", Map.of());
        add("invitation-messages", "provider-admin", 200, written.path());
        add("invitation-messages-helpdesk", "provider-helpdesk", 200, written.path());
        add("link-release-asked", "customer-a-global", 403, written.link());

        Asked settled = Asking.by(as("provider-admin")).with("domain", null).asked();
        write(NOBODY, settled, "/question", Map.of("note", "Who are you?", "email", "vedeni@jizerske-sklo.example"));
        String settle = as("provider-admin")
                .get(settled.path())
                .page()
                .select("form[action$=/settlement]")
                .attr("action");
        assertEquals(303, as("provider-admin").post(settle, Map.of()).status());
        add("invitation-message-settled", "provider-admin", 200, settled.path());
    }

    private void write(String person, Asked asked, String way, Map<String, String> fields) {
        as(person).open(asked.link());
        assertEquals(303, as(person).post(asked.link() + way, fields).status());
    }

    private void addHandingOver() {
        Asked asked = Asking.by(as("direct-admin")).asked();
        String path = asked.link() + "/handover";
        String secret = as("customer-a-user")
                .open(path)
                .page()
                .select("main input[name=secret]")
                .val();
        add("hand-over", "customer-a-user", 200, path);
        add("handed-over", "customer-a-user", 200, window -> {
            window.open(path);
            // one form sent many times makes one link
            window.page()
                    .locator("main input[name=secret]")
                    .evaluate("(field, value) => { field.value = value; }", secret);
            submit(window, "/handover");
            window.page().locator("main pre").waitFor();
        });
    }

    private void addAnswering() {
        Asked second = Asking.by(as("provider-admin")).asked();
        add("decide-agreement-accepted", "customer-a-global", 200, second.link());

        Asked first = Asking.by(as("direct-admin"))
                .with("company", "Jasná Voda s.r.o.")
                .with("domain", "jasna-voda.example")
                .asked();
        introduce(UNDECIDED, "Jana Čistá", "jana.cista@jasna-voda.example", first, "Jasná Voda s.r.o.");
        add("decide", UNDECIDED, 200, first.link());
        add("decide-errors", UNDECIDED, 422, window -> {
            window.open(first.link());
            window.id("first-name").fill("");
            window.id("email").fill("nobody");
            submit(window, "/acceptance");
        });
        add("decline", UNDECIDED, 200, first.link() + "/decline");

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
            window.page().locator("button.twisty").first().click();
            window.page().locator("tr.detail").waitFor();
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
        add("activity", "direct-admin", 200, "/activity");
        add("activity-empty", "provider2-admin", 200, "/activity");
    }

    private void addCatalogue() {
        add("catalogue", "operator", 200, "/catalogue");
        add("catalogue-nothing-found", "operator", 200, "/catalogue?q=nowhere");
        add("catalogue-errors", "operator", 422, window -> {
            window.open("/catalogue");
            submit(window, "/uploads");
        });
        String file =
                Selling.CATALOGUE.replace("MAIL-Y,annual", "MAIL-Y,monthly").replace("WORK-M", "WORK-Q");
        String preview = as("operator")
                .upload("/catalogue/uploads", Map.of(), "file", "october.csv", file.getBytes(StandardCharsets.UTF_8))
                .location()
                .orElseThrow();
        add("catalogue-preview", "operator", 200, preview);
    }

    private void addSubscriptions() {
        Selling selling = Selling.at(app).agreed("customer-a-global");
        String empty = selling.begin("gov-global", Capacity.DIRECT_BILL, "customer-a-global", false);
        add("subscriptions-empty", "gov-global", 200, empty + "/subscriptions");
        String resellers = selling.begin("reseller2-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        add("subscriptions-reseller", "reseller2-admin", 200, resellers + "/subscriptions");
        String customer = selling.begin("germany-global", Capacity.DIRECT_BILL, "customer-a-global", true);
        String list = customer + "/subscriptions";
        String one = selling.ordered(as("germany-global"), customer, "WORK-Y", "12");
        String rests = selling.ordered(as("germany-global"), customer, "MAIL-Y", "8");
        selling.ordered(as("germany-global"), customer, "COMPUTE-USE", "");
        as("germany-global").submit(rests + "/suspension", Map.of("version", "0", "uncovered", "0"));
        add("subscriptions", "germany-global", 200, list);
        add("subscriptions-nothing-found", "germany-global", 200, list + "?q=nowhere&state=suspended");
        add("subscription", "germany-global", 200, one);
        add("subscription-suspended", "germany-global", 200, rests);
        add("subscription-renewal", "germany-global", 200, one + "/renewal");
        add("subscription-seats", "germany-global", 200, one + "/seats");
        add("subscription-seats-errors", "germany-global", 422, window -> {
            window.open(one + "/seats");
            window.id("seats").fill("1000");
            submit(window, "/seats");
        });
        add("subscription-nickname-stale", "germany-global", 409, window -> {
            window.open(one + "/nickname");
            // as after a colleague has saved
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '-1'; }");
            window.id("nickname").fill("Turnov");
            submit(window, "/nickname");
        });
        add("subscription-suspension", "germany-global", 200, one + "/suspension");
        add("subscription-resumption", "germany-global", 200, rests + "/resumption");
        add("order-product", "germany-global", 200, list + "/new");
        String order = list + "/new/" + selling.product("WORK-Y");
        add("order", "germany-global", 200, order);
        add("order-errors", "germany-global", 422, window -> {
            window.open(order);
            window.id("seats").fill("0");
            submit(window, "/review");
        });
        add("order-review", "germany-global", 200, window -> {
            window.open(order);
            window.id("offer").check();
            window.id("seats").fill("25");
            submit(window, "/review");
            window.id("order").waitFor();
        });
    }

    private void addAgreements() {
        Asked first = acceptedByNewcomer();
        LocalDate today = LocalDate.ofInstant(app.clock().instant(), ZoneOffset.UTC);
        AddingAgreement.by(as("operator"))
                .version("2027-01")
                .country("SK")
                .from(today)
                .with("required-from", today.toString())
                .with("title-cs", "Zákaznická smlouva")
                .with("body-cs", "## 1. Novinky\n\nText, který se má přijmout znovu.")
                .added();
        add("home-customer-asked-again", ASKED_AGAIN, 200, "/");
        add("agreement-asked-again", ASKED_AGAIN, 200, "/agreement");
        add("agreement-asked-again-errors", ASKED_AGAIN, 422, window -> {
            window.open("/agreement");
            window.id("first-name").fill("");
            submit(window, "/acceptance");
        });
        add("agreement-nothing-to-accept", "customer-a-global", 200, "/agreement");
        add("invitation-accepted-by-newcomer", "dual-admin", 200, first.path());

        add("agreements", "operator", 200, "/agreements");
        add("agreement", "operator", 200, window -> {
            window.open("/agreements");
            window.page().locator("tbody th a").first().click();
        });
        add("agreement-new", "operator", 200, "/agreements/new");
        add("agreement-new-errors", "operator", 422, window -> {
            window.open("/agreements/new");
            window.id("effective-from").fill("2020-01-01");
            window.id("title-pl").fill("Umowa z klientem");
            submit(window, "/agreements");
        });
        add("agreement-preview", "operator", 200, window -> {
            window.open("/agreements/new");
            window.id("version").fill("2027-02");
            window.id("title-en").fill("Customer agreement");
            window.id("body-en").fill("## 1. Parties\n\nThe customer and the publisher.\n\n## 2. Term\n\nA year.");
            submit(window, "/agreements");
            window.id("text-en").waitFor();
        });
    }

    private Asked acceptedByNewcomer() {
        TestApp.provider()
                .add(new DemoPeople.Person(
                        ASKED_AGAIN,
                        UUID.randomUUID().toString(),
                        UUID.randomUUID(),
                        "Ľubica Ďurišová",
                        "lubica.durisova@tatranske-pily.example",
                        "+421 52 555 01 01",
                        List.of("GlobalAdmin")));
        Asked asked = Asking.by(as("dual-admin"))
                .with("capacity", "indirect-reseller")
                .with("company", "Tatranské píly s.r.o.")
                .with("domain", "tatranske-pily.example")
                .asked();
        as(ASKED_AGAIN).open(asked.link());
        Map<String, String> company = Map.of(
                "company", "Tatranské píly s.r.o.", "address-line1", "Pílska 1", "city", "Poprad", "country", "SK");
        as(ASKED_AGAIN).submit(asked.link() + "/company", company);
        assertEquals(200, Accepting.accept(as(ASKED_AGAIN), asked.link()).status());
        return asked;
    }

    private void addImports() {
        DemoPeople.Person admin = new DemoPeople.Person(
                "customer-imported-global",
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                "Zofia Wilk",
                "zofia.wilk@tkalnia-narew.example",
                null,
                List.of("GlobalAdmin"));
        TestApp.provider().add(admin);
        UUID partner = DemoPeople.person("reseller2-admin").tenant();
        String[] rows = {
            Importing.row(partner, admin.tenant(), "Tkalnia Narew S.A.", "tkalnia-narew.example", "PL", "yes"),
            Importing.row(UUID.randomUUID(), UUID.randomUUID(), "Hamernia Orava", "hamernia.example", "SK", "no"),
            Importing.row(partner, UUID.randomUUID(), "Karpackie Miody", "karpackie miody", "PL", "no")
        };
        Importing.by(as("operator")).imported(rows);
        Importing.Read read = Importing.by(as("operator"))
                .read(Importing.row(partner, UUID.randomUUID(), "Młyn Bug", "", "PL", "no"), rows[0], rows[2]);
        add("imports", "operator", 200, "/imports");
        add("imports-errors", "operator", 422, window -> {
            window.open("/imports");
            submit(window, "/imports");
        });
        add("import", "operator", 200, read.path());
        add("import-bad", "operator", 200, read.path() + "?show=bad");
        add("customers-row-open-imported", "reseller2-admin", 200, window -> {
            window.open("/customers?q=narew");
            window.page().locator(".twisty").first().click();
            window.page().locator("tr.detail").first().waitFor();
        });
        add("customer-imported", "reseller2-admin", 200, window -> {
            window.open("/customers?q=narew");
            window.page().locator("tbody th a:not(.twisty)").first().click();
        });
        String row = as("reseller2-admin")
                .get("/customers?q=narew")
                .page()
                .select("tbody th a:not(.twisty)")
                .attr("href");
        String id = row.substring(row.lastIndexOf('/') + 1);
        add("request-agreement", "reseller2-admin", 200, "/invitations/new?customer=" + id);
        Asked asked = Asking.by(as("reseller2-admin"))
                .with("customer", id)
                .with("delegated-admin", null)
                .asked();
        add("company-imported", "customer-imported-global", 200, asked.link());
    }

    private void addReceipts() {
        add("receipts-empty", "provider2-admin", 200, "/receipts");
        for (String person : List.of("reseller-admin", "customer-a-global")) {
            String side = person.startsWith("customer") ? "customer" : "partner";
            add("receipts-" + side, person, 200, "/receipts");
            add("receipt-" + side, person, 200, window -> openReceipt(window));
            add("receipt-agreement-" + side, person, 200, window -> {
                openReceipt(window);
                window.page().locator("main a[href$='/agreement']").click();
            });
        }
    }

    private void addSupport() {
        Supporting serving = Supporting.in(app);
        UUID provider = Supporting.tenant("provider");
        UUID reseller = Supporting.tenant("reseller");
        UUID customer = Supporting.tenant("customer-a");
        String entry = "/customers/" + serving.relationship(provider, Capacity.INDIRECT_PROVIDER, customer, false);
        serving.partnership(provider, reseller);
        UUID first = serving.subscription(customer, provider, Capacity.INDIRECT_PROVIDER, reseller);
        UUID second = serving.subscription(customer, provider, Capacity.INDIRECT_PROVIDER, reseller);
        add("support-contacts", "provider-helpdesk", 200, entry + "/support");
        String path = entry + "/subscriptions/" + first + "/support-contact";
        add("support-contact", "provider-helpdesk", 200, path);
        add("support-contact-errors", "provider-helpdesk", 422, window -> {
            window.open(path);
            window.id("reference").evaluate("field => { field.maxLength = 500; field.value = 'x'.repeat(101); }");
            submit(window, "/support-contact");
        });
        Client helpdesk = as("provider-helpdesk");
        helpdesk.get(path);
        String review = helpdesk.post(
                        path, Map.of("contact", reseller.toString(), "reference", "SLA-2026-014", "version", "0"))
                .location()
                .orElseThrow();
        add("support-contact-stale", "provider-helpdesk", 409, window -> {
            window.open(path);
            // as after a colleague has chosen
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '0'; }");
            window.id("contact").check();
            submit(window, "/support-contact");
        });
        add("support-contact-review", "provider-helpdesk", 200, review);
        add("support", "customer-a-user", 200, "/support");
        add("support-empty", "customer-b-global", 200, "/support");
        addBoard(helpdesk, reseller, second);
        String lookUp = "/look-up?q=";
        add("look-up", "provider-helpdesk", 200, lookUp + "jizersk%C3%A9");
        add("look-up-person", "provider-admin", 200, lookUp + "jiri.reznicek%40jizerske-sklo.example");
        add("look-up-nothing", "provider-admin", 200, lookUp + "nowhere");
        add("look-up-several", "dual-admin", 200, lookUp + "example");
        add("look-up-recent", "provider-helpdesk", 200, "/look-up");
        add("home-helpdesk", "provider-helpdesk", 200, "/");
    }

    private void addBoard(Client helpdesk, UUID reseller, UUID subscription) {
        add("support-coverage", "provider-helpdesk", 200, "/support-coverage");
        add("support-coverage-empty", "provider2-admin", 200, "/support-coverage");
        add("support-coverage-nothing", "provider-helpdesk", 200, "/support-coverage?state=lost");
        helpdesk.get("/support-coverage");
        String change = helpdesk.post("/support-coverage/changes", Map.of("pick", subscription.toString()))
                .location()
                .orElseThrow();
        add("support-change", "provider-helpdesk", 200, change);
        add("support-change-preview", "provider-helpdesk", 200, change + "?contact=" + reseller);
        String done = helpdesk.post("/support-coverage/changes", Map.of("pick", subscription.toString()))
                .location()
                .orElseThrow();
        helpdesk.get(done);
        assertEquals(
                303,
                helpdesk.post(done + "/confirmation", Map.of("contact", "seller"))
                        .status());
        add("support-change-done", "provider-helpdesk", 200, done);
    }

    private static void openReceipt(Window window) {
        window.open("/receipts");
        window.page().locator("main tbody a[href^='/receipts/']").first().click();
    }

    private void addSettings() {
        add("sessions", "direct-helpdesk", 200, "/sessions");
        add("settings", "direct-admin", 200, "/settings");
        add("template-read", "direct-admin", 200, "/settings/templates/pl");
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
        String own = "/settings/templates/cs";
        Element form = as("direct-global").open(own).page().selectFirst("form[action$=/texts]");
        Map<String, String> texts = new HashMap<>();
        form.select("input, textarea").forEach(field -> texts.put(field.attr("name"), field.val()));
        texts.put("subject", "Žádost o vztah: {partner}");
        assertEquals(303, as("direct-global").post(own + "/texts", texts).status());
        add("templates", "direct-global", 200, "/settings/templates");
        add("templates-read", "direct-helpdesk", 200, "/settings/templates");
        add("template-own", "direct-global", 200, own);
        add("template-stale", "direct-global", 409, window -> {
            window.open(own);
            // as after a colleague has saved
            window.page()
                    .locator("main form[action$='/texts'] input[name=version]")
                    .evaluate("field => { field.value = '-1'; }");
            window.id("subject").fill("Jiný předmět");
            submit(window, own + "/texts");
        });
    }

    private void addEndings() {
        String partner = DemoPeople.person("reseller2-admin").tenant().toString();
        String row = related("reseller2-admin", "customer-a-global", "jizerske-sklo.example");
        add("remove", "reseller2-admin", 200, "/customers/" + row + "/removal");
        add("remove-errors", "reseller2-admin", 422, window -> {
            window.open("/customers/" + row + "/removal");
            window.page().locator("main button.danger").click();
        });
        add("privileges", "reseller2-admin", 200, "/customers/" + row + "/privileges");
        add("partners", "customer-a-global", 200, "/partners");
        add("partner", "customer-a-global", 200, "/partners/" + partner);
        add("take-back", "customer-a-global", 200, "/partners/" + partner + "/privileges/removal");
        add("take-back-nobody", "customer-outside-global", 200, "/partners");

        String taken = related("reseller2-admin", "customer-b-global", "laki-mazurskie.example");
        Client customer = as("customer-b-global");
        String removal = "/partners/" + partner + "/privileges/removal";
        String grant =
                customer.get(removal).page().select("main input[name=grant]").val();
        assertEquals(303, customer.post(removal, Map.of("grant", grant)).status());
        add("no-access", "reseller2-admin", 200, "/customers/" + taken + "/privileges");
        add("no-access-errors", "reseller2-admin", 422, window -> {
            window.open("/customers/" + taken + "/privileges");
            window.page().locator("form[action$='/renegotiations'] button").click();
        });
        add("customers-no-access", "reseller2-admin", 200, "/customers?state=no-access");

        String gone = related("provider-global", LEAVING, leaving(), "skalnata-hut.example");
        remove("provider-global", gone, "skalnata-hut.example");
        add("customers-removed", "provider-global", 200, "/customers?state=removed");
        add("removed", "provider-global", 200, "/removals/" + gone);
        add("removed-helpdesk", "provider-helpdesk", 200, "/removals/" + gone);
        add("notice-errors", "provider-global", 422, window -> {
            window.open("/removals/" + gone);
            window.id("subject").fill("");
            window.page().locator("#letter > .actions button").first().click();
        });
        add("notice", "provider-global", 200, "/removals/" + gone + "/notice");
        add("activity-filtered", "reseller2-admin", 200, "/activity?action=relationship-began");
        add("activity-nothing", "reseller2-admin", 200, "/activity?customer=nobody");
        add("activity-helpdesk", "provider-helpdesk", 200, "/activity");
    }

    private String related(String person, String by, String domain) {
        return related(person, by, Asking.by(as(person)).with("domain", domain).asked(), domain);
    }

    /** Asks a company nobody else has to do with. */
    private Asked leaving() {
        Asked asked = Asking.by(as("provider-global"))
                .with("company", "Skalnatá huť s.r.o.")
                .with("domain", "skalnata-hut.example")
                .asked();
        introduce(LEAVING, "Eva Ťažká", "eva.tazka@skalnata-hut.example", asked, "Skalnatá huť s.r.o.");
        return asked;
    }

    /** A company that the portal comes to know by a link, and that has accepted nothing yet. */
    private void introduce(String person, String name, String email, Asked asked, String company) {
        TestApp.provider()
                .add(new DemoPeople.Person(
                        person,
                        UUID.randomUUID().toString(),
                        UUID.randomUUID(),
                        name,
                        email,
                        null,
                        List.of("GlobalAdmin")));
        as(person).open(asked.link());
        Map<String, String> fields =
                Map.of("company", company, "address-line1", "Hlavná 1", "city", "Poprad", "country", "SK");
        as(person).submit(asked.link() + "/company", fields);
    }

    private String related(String person, String by, Asked asked, String domain) {
        assertEquals(200, Accepting.accept(as(by), asked.link()).status());
        Element row = as(person)
                .get("/customers?state=active&q=" + domain)
                .page()
                .select("tbody th a:not(.twisty)")
                .first();
        return row.attr("href").replace("/customers/", "");
    }

    private void remove(String person, String row, String domain) {
        String path = "/customers/" + row + "/removal";
        Map<String, String> fields = new HashMap<>();
        as(person)
                .get(path)
                .page()
                .select("main input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("good-faith", "yes");
        fields.put("typed-domain", domain);
        assertEquals(303, as(person).post(path, fields).status());
    }

    private void addOperating() {
        add("mail-empty", "operator", 200, "/mail?before=00000000-0000-7000-8000-000000000000");
        Asked refused = Asking.by(as("direct-admin")).asked();
        as("direct-admin").submit(refused.path() + "/deliveries", refused.draft());
        app.sentMail();
        app.database()
                .write(
                        handle -> handle.execute(
                                """
                        update outbox_mail set sent_at = null, refused_at = created_at, attempts = 1,
                          last_error = '550 No such mailbox'
                        order by id desc limit 1
                        """));
        add("mail", "operator", 200, "/mail");
        add("people", "operator", 200, "/people");
        add("people-found", "operator", 200, "/people?q=jiri.reznicek@jizerske-sklo.example");
        add("people-nobody", "operator", 200, "/people?q=nobody");
        add("erase", "operator", 200, window -> {
            window.open("/people?q=jiri.reznicek@jizerske-sklo.example");
            window.page().locator("main a[href$='/erasure']").click();
        });
    }

    private void addProfile() {
        add("organization", "direct-global", 200, "/settings/organization");
        add("organization-read", "direct-admin", 200, "/settings/organization");
        add("organization-errors", "direct-global", 422, window -> {
            window.open("/settings/organization");
            window.id("postal-code").fill("Budapest");
            window.id("support-website").fill("nowhere");
            submit(window, "/settings/organization/profile");
        });
        add("organization-stale", "direct-global", 409, window -> {
            window.open("/settings/organization");
            // as after a colleague has saved
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '99'; }");
            window.id("support-email").fill("support@kek-duna.example");
            window.id("notification-email").fill("office@kek-duna.example");
            window.id("city").fill("Szentendre");
            submit(window, "/settings/organization/profile");
        });
        add("preferences", "customer-a-user", 200, "/settings/preferences");
        add("preferences-partner", "direct-admin", 200, "/settings/preferences");
    }

    private void addEnrolment() {
        add("home-unknown-agent", "newcomer-admin", 200, "/");
        add("enrolment", "newcomer-global", 200, "/enrolment");
        add("enrolment-errors", "newcomer-global", 422, window -> {
            window.open("/enrolment");
            window.id("legal-name").fill("Krkonošský Cloud s.r.o.");
            window.id("country").selectOption("CZ");
            window.id("postal-code").fill("54");
            submit(window, "/enrolment");
        });
        Enrolling.by(as("applicant-global"))
                .with("legal-name", "Sudety Online Sp. z o.o.")
                .with("mpn-id", "2345011")
                .sent();
        add("home-waiting", "applicant-global", 200, "/");
        UUID applicant = DemoPeople.person("applicant-global").tenant();
        add("enrolments", "operator", 200, "/enrolments");
        add("enrolments-found", "operator", 200, "/enrolments?q=Mod");
        add("enrolments-nothing-found", "operator", 200, "/enrolments?q=nowhere");
        add("enrolment-pending", "operator", 200, "/enrolments/" + applicant);
        add("enrolment-decline", "operator", 200, "/enrolments/" + applicant + "/decline");
        add("enrolment-decline-errors", "operator", 422, window -> {
            window.open("/enrolments/" + applicant + "/decline");
            window.page().locator("main button.danger").click();
        });
        String declined = Enrolling.newcomer("liptov-servis.example");
        UUID tenant =
                UUID.fromString(as(declined).get("/").page().select("main .id").text());
        Enrolling.by(as(declined)).with("legal-name", "Liptov Servis s.r.o.").sent();
        Enrolling.decide(as("operator"), tenant, "decline", "The MPN ID belongs to another company.");
        add("home-declined", declined, 200, "/");
        add("enrolment-correct", declined, 200, "/enrolment");
        addSuspended();
    }

    /** A partner of its own, so that the others may go on asking. */
    private void addSuspended() {
        String admin = Enrolling.newcomer("oravske-cloudy.example");
        UUID tenant =
                UUID.fromString(as(admin).get("/").page().select("main .id").text());
        Enrolling.by(as(admin)).with("legal-name", "Oravské Cloudy s.r.o.").sent();
        Enrolling.decide(as("operator"), tenant, "approval", null);
        Asked asked = Asking.by(as(admin)).with("domain", null).asked();
        Enrolling.decide(as("operator"), tenant, "suspension", "Invoices of September and October are not paid.");
        add("home-partner-suspended", admin, 200, "/");
        add("enrolment-suspended", "operator", 200, "/enrolments/" + tenant);
        add("link-partner-suspended", "customer-b-global", 403, asked.link());
    }
}
