package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import portal.platform.texts.Language;
import portal.platform.web.Cookies;

/**
 * A window of a real browser. Whatever the browser complains about makes the test fail when the window is closed: errors
 * in the console, what the content policy stopped, and files of the portal that did not come.
 */
public final class Window implements AutoCloseable {
    private static final int HEIGHT = 900;
    /** Milliseconds until something is taken to be missing. */
    static final int PATIENCE = 15_000;
    /** The console's way to report a page or file that came with an error status; told apart by the responses. */
    private static final String STATUS = "Failed to load resource";

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private Response document;

    Window(BrowserContext context, URI address) {
        this.context = context;
        origin = address.getScheme() + "://" + address.getAuthority();
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(this::console);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onResponse(this::came);
        page.onRequestFailed(this::failed);
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(STATUS)) {
            complaints.add("console at " + page.url() + ": " + message.text());
        }
    }

    private void came(Response response) {
        Request request = response.request();
        if (request.isNavigationRequest()) {
            document = response;
        } else if (response.status() >= 400) {
            complaints.add(response.status() + " for " + response.url());
        }
    }

    private void failed(Request request) {
        if (request.url().startsWith(origin)) {
            complaints.add(request.failure() + " for " + request.url());
        }
    }

    /** Playwright's view of it. */
    public Page page() {
        return page;
    }

    /** Playwright's view of its cookies and permissions. */
    public BrowserContext context() {
        return context;
    }

    /** Opens a path of the portal, or a whole address. */
    public Window open(String path) {
        page.navigate(path.startsWith("/") ? origin + path : path);
        return this;
    }

    /** Signs in on the provider's page and comes back to the path. */
    public Window signIn(String person, String path) {
        return open("/sign-in?return=" + path).choose(person);
    }

    /** Presses somebody's button on the provider's page. */
    public Window choose(String person) {
        page.locator("button[value=" + person + "]").click();
        page.waitForURL(address -> address.startsWith(origin));
        return this;
    }

    /** Status of the page that is shown. */
    public int status() {
        return document.status();
    }

    /** The page as it came from the portal, before scripts touched it. */
    public String source() {
        return document.text();
    }

    /** Path of the page that is shown. */
    public String path() {
        return URI.create(page.url()).getPath();
    }

    /** Waits for the page with this heading. */
    public void shows(String heading) {
        try {
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(heading);
        } catch (AssertionError failure) {
            throw new AssertionError(page.locator("main").innerText(), failure);
        }
    }

    /** Whatever has this id. */
    public Locator id(String id) {
        return page.locator("[id='" + id + "']");
    }

    /** Makes the window as wide as this. */
    public Window wide(int width) {
        page.setViewportSize(width, HEIGHT);
        return this;
    }

    /** Shows pages light or dark from now on, as the device would ask for. */
    public Window in(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return this;
    }

    /** Shows pages in this language from now on, as a person has chosen on the bar. */
    public Window in(Language language) {
        context.addCookies(List.of(new Cookie(Cookies.LANGUAGE, language.code()).setUrl(origin)));
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints, "complaints of the browser");
    }
}
