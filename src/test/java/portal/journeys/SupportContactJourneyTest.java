package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Browser;
import portal.testing.Browser.Setup;
import portal.testing.Rows;
import portal.testing.Supporting;
import portal.testing.TestApp;
import portal.testing.Window;

/** A helpdesk agent's day in a real browser: a call, a look-up, another support contact; by the keyboard alone. */
class SupportContactJourneyTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"));
        Supporting supporting = Supporting.in(app);
        UUID provider = Supporting.tenant("provider");
        UUID reseller = Supporting.tenant("reseller");
        UUID customer = Supporting.tenant("customer-a");
        supporting.relationship(provider, Capacity.INDIRECT_PROVIDER, customer, false);
        supporting.relationship(reseller, Capacity.INDIRECT_RESELLER, customer, true);
        supporting.partnership(provider, reseller);
        supporting.subscription(customer, provider, Capacity.INDIRECT_PROVIDER, reseller);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void helpdeskAgentLooksUpACallerAndChoosesWhoSupportsThem() {
        Setup setup = Setup.usual().in(Language.CS);
        Texts texts = Texts.in(Language.CS);
        try (Window window = Browser.window(app, setup)) {
            Keyboard keyboard = new Keyboard(window.signIn("provider-helpdesk", "/"));
            keyboard.type(window.id("q-look-up"), "jizerské");
            window.page().keyboard().press("Enter");
            window.shows(texts.text("lookup.title"));
            keyboard.press(link(window, Supporting.PRODUCT));
            window.shows(Supporting.PRODUCT);
            keyboard.tabTo(window.page().locator("input[name=contact]:checked"));
            window.page().keyboard().press("ArrowDown");
            keyboard.type(window.id("reference"), "SLA-2026-014");
            keyboard.press(button(window, texts.text("support.choose.submit")));
            window.shows(texts.text("support.review.title"));
            assertEquals("Modrá Řeka IT s.r.o.", window.page().locator("ins").innerText());
            keyboard.press(link(window, texts.text("support.review.close")));
            window.shows("Jizerské sklo a.s.");
            assertTrue(window.page().locator("main tbody").innerText().contains("Modrá Řeka IT s.r.o."));
        }
        try (Window window = Browser.window(app, setup).signIn("customer-a-user", "/support")) {
            assertEquals(
                    "Modrá Řeka IT s.r.o.",
                    window.page().locator("main section h2").innerText());
        }
        assertEquals(1, Rows.of(app).count("support_designation", "agreement_reference = 'SLA-2026-014'"));
    }

    private static Locator link(Window window, String name) {
        return window.page()
                .locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Window window, String name) {
        return window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
