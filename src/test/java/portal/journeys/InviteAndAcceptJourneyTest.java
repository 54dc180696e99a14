package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portal.demo.DemoMailServer;
import portal.demo.DemoPeople;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Browser;
import portal.testing.Browser.Setup;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.Waiting;
import portal.testing.Window;

/** From the partner's request to the customer's answer, in a real browser, in each language. */
class InviteAndAcceptJourneyTest {
    private static final String PARTNER = "reseller-admin";
    /** The one who chooses how the portal looks; others shall see it in the language of their browser. */
    private static final String CHOOSER = "direct-admin";

    private static final String CUSTOMER = "customer-a-global";
    private static final String COMPANY = "Jizerské sklo a.s.";
    private static final String RECIPIENT = "jiri.reznicek@jizerske-sklo.example";
    private static final Pattern LINK = Pattern.compile("http://\\S+/portals/\\S+");

    private static TestApp app;

    private int earlierMails;

    @BeforeAll
    static void start() {
        // each window comes from an address of its own, because signing in is limited
        app = TestApp.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        Rows.of(app).startAgain();
        earlierMails = app.mail().mails().size();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void partnerAsksAndCustomerAccepts(Language language) {
        Setup setup = Setup.usual().in(language);
        String link = ask(setup, true);
        accept(setup, link);
        partnerSeesActive(setup);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void partnerAsksAndCustomerAcceptsWithoutScripts(Language language) {
        Setup setup = Setup.usual().in(language).withoutScripts();
        String link = ask(setup, true);
        accept(setup, link);
        partnerSeesActive(setup);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void partnerAsksForTheRelationshipOnly(Language language) {
        Setup setup = Setup.usual().in(language);
        String link = ask(setup, false);
        accept(setup, link);
        partnerSeesActive(setup);
        assertEquals("none", privileges());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingWorksByKeyboardAlone(Language language) {
        Setup setup = Setup.usual().in(language);
        Texts texts = Texts.in(language);
        String link;
        try (Window window = Browser.window(app, setup)) {
            Keyboard keyboard = new Keyboard(window.signIn(PARTNER, "/"));
            keyboard.press(link(window, texts, "action.request-relationship"));
            keyboard.type(window.id("company"), COMPANY);
            keyboard.type(window.id("domain"), "jizerske-sklo.example");
            keyboard.type(window.id("email"), RECIPIENT);
            keyboard.press(button(window, texts, "invitations.new.continue"));
            window.shows(texts.text("invitations.draft.title"));
            keyboard.press(button(window, texts, "invitations.draft.send"));
            window.shows(COMPANY);
            link = linkInMail();
        }
        try (Window window = Browser.window(app, setup)) {
            Keyboard keyboard = new Keyboard(window.open(link));
            keyboard.press(button(window, texts, "invitations.summary.sign-in"));
            window.choose(CUSTOMER);
            keyboard.tick(window.id("agrees"));
            keyboard.press(button(window, texts, "invitations.decide.accept"));
            window.shows(texts.text("invitations.verdict.accepted-by-you.title"));
        }
        partnerSeesActive(setup);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void customerDeclinesAndThePartnerReadsWhy(Language language) {
        Setup setup = Setup.usual().in(language);
        Texts texts = Texts.in(language);
        String link = ask(setup, true);
        try (Window window = Browser.window(app, setup).open(link)) {
            button(window, texts, "invitations.decide.decline").click();
            window.choose(CUSTOMER);
            window.id("reason").fill("Děkujeme, partnera máme.");
            button(window, texts, "invitations.decline.do").click();
            window.shows(texts.text("invitations.verdict.declined-by-you.title"));
        }
        try (Window window = Browser.window(app, setup).signIn(PARTNER, "/customers?state=attention")) {
            window.page().locator("tbody th a:not(.twisty)").click();
            window.shows(COMPANY);
            assertTrue(window.page().locator(".timeline").innerText().contains("Děkujeme, partnera máme."));
        }
    }

    @Test
    void copyingPutsTheLetterIntoTheClipboard() {
        try (Window window = Browser.window(app, Setup.usual())) {
            window.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            draft(window, true);
            button(window, Texts.in(Language.EN), "invitations.draft.copy").click();
            window.page()
                    .getByText(Texts.in(Language.EN).text("components.copy.done"))
                    .waitFor();

            String copied = String.valueOf(window.page().evaluate("navigator.clipboard.readText()"));

            assertTrue(copied.startsWith(window.id("subject").inputValue()));
            assertTrue(LINK.matcher(copied).find());
        }
    }

    @Test
    void copyingWithoutScriptsShowsTheLetter() {
        try (Window window = Browser.window(app, Setup.usual().withoutScripts())) {
            draft(window, true);
            String subject = window.id("subject").inputValue();
            button(window, Texts.in(Language.EN), "invitations.draft.copy").click();
            assertTrue(window.page().locator("pre").innerText().startsWith(subject));
        }
    }

    @Test
    void aSecondPressSendsNothing() {
        try (Window window = Browser.window(app, Setup.usual())) {
            draft(window, true);
            button(window, Texts.in(Language.EN), "invitations.draft.send").dblclick();
            window.page().locator(".timeline").waitFor();
        }
        linkInMail();
        assertEquals(earlierMails + 1, app.mail().mails().size());
    }

    @Test
    void theErrorSummaryGetsTheFocusAndLeadsToTheField() {
        try (Window window = Browser.window(app, Setup.usual()).signIn(PARTNER, "/invitations/new")) {
            window.id("email").fill("nobody");
            button(window, Texts.in(Language.EN), "invitations.new.continue").click();
            assertEquals("errors", window.page().evaluate("document.activeElement.id"));
            assertTrue(window.page().title().startsWith("Error: "));

            window.page().locator("#errors a").click();

            assertEquals("email", window.page().evaluate("document.activeElement.id"));
            assertEquals("nobody", window.id("email").inputValue());
        }
    }

    @Test
    void languageAndAppearanceStayAsChosen() {
        try (Window window = Browser.window(app, Setup.usual())) {
            window.open("/");
            choose(window, "language", "hu");
            choose(window, "theme", "dark");
            assertLooks(window.open("/privacy"), "hu", "dark");
            window.signIn(CHOOSER, "/");
            assertEquals("hu", window.page().locator("html").getAttribute("lang"), "until the person chooses");
            choose(window, "language", "pl");
            choose(window, "theme", "light");
            assertLooks(window.open("/privacy"), "pl", "light");
        }
        try (Window elsewhere = Browser.window(app, Setup.usual()).signIn(CHOOSER, "/")) {
            assertLooks(elsewhere, "pl", "light");
        }
    }

    private static void choose(Window window, String name, String value) {
        window.page().locator(".me").click();
        window.page()
                .locator(".me-sheet button[name=" + name + "][value=" + value + "]")
                .click();
    }

    private static void assertLooks(Window window, String language, String theme) {
        Locator html = window.page().locator("html");
        assertEquals(language, html.getAttribute("lang"));
        assertEquals(theme, html.getAttribute("data-theme"));
    }

    /** The partner asks and sends; gives the link that arrives. */
    private String ask(Setup setup, boolean delegatedAdmin) {
        Texts texts = Texts.in(setup.language());
        try (Window window = Browser.window(app, setup)) {
            draft(window, delegatedAdmin);
            window.shows(texts.text("invitations.draft.title"));
            button(window, texts, "invitations.draft.send").click();
            window.shows(COMPANY);
        }
        return linkInMail();
    }

    private static void draft(Window window, boolean delegatedAdmin) {
        window.signIn(PARTNER, "/");
        window.page().locator("main a.primary").click();
        window.id("delegated-admin").setChecked(delegatedAdmin);
        window.id("company").fill(COMPANY);
        window.id("domain").fill("jizerske-sklo.example");
        window.id("email").fill(RECIPIENT);
        window.page().locator("main form button.primary").click();
    }

    private String linkInMail() {
        app.sentMail();
        Waiting.until("the mail is there", () -> app.mail().mails().size() > earlierMails);
        DemoMailServer.Mail mail = app.mail().mails().get(0);
        assertEquals(List.of(RECIPIENT), mail.recipients());
        assertFalse(mail.subject().isBlank());
        Matcher link = LINK.matcher(mail.text());
        assertTrue(link.find(), "a link in the mail");
        return link.group();
    }

    private void accept(Setup setup, String link) {
        Texts texts = Texts.in(setup.language());
        try (Window window = Browser.window(app, setup).open(link)) {
            button(window, texts, "invitations.summary.sign-in").click();
            window.choose(CUSTOMER);
            window.id("agrees").check();
            button(window, texts, "invitations.decide.accept").click();
            window.shows(texts.text("invitations.verdict.accepted-by-you.title"));
        }
    }

    private void partnerSeesActive(Setup setup) {
        try (Window window = Browser.window(app, setup).signIn(PARTNER, "/customers")) {
            Locator row = window.page().locator("tbody tr", new Page.LocatorOptions().setHasText(COMPANY));
            assertEquals(
                    Texts.in(setup.language()).text("customers.state.active"),
                    row.locator(".badge").innerText());
            row.locator("th a:not(.twisty)").click();
            window.shows(COMPANY);
        }
    }

    private String privileges() {
        return app.database().read(handle -> handle.createQuery("select dap from portfolio_entry where partner_id = ?")
                .bind(0, DemoPeople.person(PARTNER).tenant())
                .mapTo(String.class)
                .one());
    }

    private static Locator button(Window window, Texts texts, String key) {
        return named(window, AriaRole.BUTTON, texts.text(key));
    }

    private static Locator link(Window window, Texts texts, String key) {
        return named(window, AriaRole.LINK, texts.text(key));
    }

    private static Locator named(Window window, AriaRole role, String name) {
        return window.page()
                .locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
