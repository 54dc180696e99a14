package portal.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import portal.platform.texts.Language;

/** One real browser for all tests of a run. Each window is somebody else's: it has cookies and settings of its own. */
public final class Browser {
    /** The narrowest screen the portal is made for. */
    public static final int NARROW = 320;
    /** A usual screen. */
    public static final int WIDE = 1280;

    private static final int HEIGHT = 900;
    private static final AtomicInteger WINDOWS = new AtomicInteger();
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private Browser() {}

    /**
     * How somebody has set up their browser.
     *
     * @param scripts false where scripts are switched off
     */
    public record Setup(Language language, int width, ColorScheme theme, boolean scripts) {
        /** English, light, wide, with scripts. */
        public static Setup usual() {
            return new Setup(Language.EN, WIDE, ColorScheme.LIGHT, true);
        }

        /** The same in another language. */
        public Setup in(Language other) {
            return new Setup(other, width, theme, scripts);
        }

        /** The same without scripts. */
        public Setup withoutScripts() {
            return new Setup(language, width, theme, false);
        }
    }

    private static com.microsoft.playwright.Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path program = Chromium.find(Path.of(playwright.chromium().executablePath()));
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        if (Chromium.root()) {
            arguments.add("--no-sandbox");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(arguments));
    }

    /** A new window at the portal, which a trusted proxy says to be at an address of its own. */
    public static Window window(TestApp app, Setup setup) {
        com.microsoft.playwright.Browser.NewContextOptions options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(setup.language().locale().toLanguageTag())
                        .setViewportSize(setup.width(), HEIGHT)
                        .setColorScheme(setup.theme())
                        .setJavaScriptEnabled(setup.scripts())
                        .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.1.0." + WINDOWS.incrementAndGet() % 250));
        return new Window(CHROMIUM.newContext(options), app.address());
    }
}
