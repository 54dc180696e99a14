package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.testing.Browser;
import portal.testing.Browser.Setup;
import portal.testing.Relating;
import portal.testing.TestApp;
import portal.testing.Window;

/** The arrow beside a customer's name, and the way out to a service's admin portal, in a real browser. */
class RecordJourneyTest {
    private static final String PARTNER = "direct-admin";
    private static final String PORTAL = "https://admin.cloud.example/customers/";

    private static TestApp app;
    private static String account;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        account = Relating.in(app).begin(PARTNER, Capacity.DIRECT_BILL, Relating.company(101), true);
        Relating.in(app).begin(PARTNER, Capacity.DIRECT_BILL, Relating.company(102), true);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void arrowOpensRowsInPlaceByKeyboardAlone() {
        try (Window window = Browser.window(app, Setup.usual()).signIn(PARTNER, "/customers?state=active")) {
            Page page = window.page();
            Locator first = page.locator(".twisty").first();
            Locator second = page.locator(".twisty").nth(1);
            Keyboard keyboard = new Keyboard(window);
            keyboard.press(first);
            page.locator("tr.detail").waitFor();
            assertEquals("true", first.getAttribute("aria-expanded"));
            assertEquals(true, first.evaluate("button => button === document.activeElement"));
            assertTrue(page.url().endsWith("/customers?state=active"), page.url());
            keyboard.press(page.locator("tr.detail a[href$='/support']"));
            page.waitForURL("**/support");
            page.goBack();

            first.click();
            second.click();
            page.locator("tr.detail").nth(1).waitFor();
            assertEquals(2, page.locator("tr.open + tr.detail .id").count());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue(page.locator("tr.detail .id").first().isVisible());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            first.click();
            assertEquals(1, page.locator("tr.detail").count());
            assertEquals("false", first.getAttribute("aria-expanded"));
        }
    }

    @Test
    void withoutScriptTheArrowLeadsToThePageWithTheRowOpen() {
        try (Window window =
                Browser.window(app, Setup.usual().withoutScripts()).signIn(PARTNER, "/customers?state=active")) {
            window.page().locator(".twisty").nth(1).click();
            window.id("open").waitFor();
            assertTrue(window.page().url().matches(".*/customers\\?state=active&open=[0-9a-f-]{12}#open"));
            window.page().locator("#open .twisty").click();
            window.page().locator("tr:not(.open) .twisty").nth(1).waitFor();
            assertFalse(window.page().url().contains("open="));
        }
    }

    @Test
    void portalOfAServiceIsReachedDespiteThePolicyForForms() {
        try (Window window = Browser.window(app, Setup.usual()).signIn(PARTNER, account + "/services")) {
            window.context()
                    .route(
                            PORTAL + "**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<!doctype html><title>Elsewhere</title>")));
            window.page().locator("form[action$='/opening'] button").first().click();
            window.page().waitForURL(PORTAL + Relating.company(101));
        }
    }
}
