package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import portal.journeys.Places.Place;
import portal.platform.texts.Language;
import portal.testing.Axe;
import portal.testing.Browser;
import portal.testing.HtmlChecker;
import portal.testing.TestApp;
import portal.testing.Window;

/**
 * Looks at every page as everybody sees it in both themes, narrow and wide, and in each language. What a machine can find
 * is found here; the screenshots in target/screenshots are for the eyes of whoever changed a page.
 */
class WalkTest {
    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<Integer> WIDTHS = List.of(Browser.WIDE, Browser.NARROW);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Map<String, Window> WINDOWS = new HashMap<>();
    private static TestApp app;
    private static TestApp forgetful;
    private static HtmlChecker checker;

    @BeforeAll
    static void start() {
        app = TestApp.withDirectory();
        forgetful = app.secondNode(Map.of("LINKS_SHOWN_AGAIN", "false"));
        checker = new HtmlChecker();
    }

    @AfterAll
    static void stop() {
        assertAll(WINDOWS.values().stream().map(window -> window::close));
        WINDOWS.clear();
        forgetful.close();
        app.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodyCanUseThePage() {
        return Places.of(app, forgetful).stream()
                .map(place -> DynamicTest.dynamicTest(place.name(), () -> look(place)));
    }

    @Test
    void whatCannotBeReadIsFoundByTheRulesOfColours() {
        Window window = WINDOWS.computeIfAbsent(Places.NOBODY, WalkTest::enter);
        window.open("/privacy");
        assertEquals(List.of(), Axe.checkColours(window.page()));
        window.page().evaluate("document.querySelector('h1').style.cssText = 'color: #777; background: #888'");
        List<String> found = Axe.checkColours(window.page());
        assertEquals(1, found.size());
        assertTrue(found.get(0).startsWith("color-contrast"), found.get(0));
    }

    private static void look(Place place) {
        Window window = WINDOWS.computeIfAbsent(place.person(), WalkTest::enter);
        List<String> findings = new ArrayList<>();
        window.in(ColorScheme.LIGHT).wide(Browser.WIDE);
        go(window, place, Language.EN);
        for (int width : WIDTHS) {
            window.wide(width);
            THEMES.forEach(theme -> look(window.in(theme), place, theme, width, findings));
        }
        checker.check(window.source()).forEach(finding -> findings.add("html " + finding));
        lookInEachLanguage(window, place, findings);
        assertEquals("", String.join("\n", findings), place.name());
    }

    /** A theme changes nothing but colours, so in the second all other rules would find the same again. */
    private static void look(Window window, Place place, ColorScheme theme, int width, List<String> findings) {
        String look = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        List<String> found = theme == ColorScheme.LIGHT ? Axe.check(window.page()) : Axe.checkColours(window.page());
        found.forEach(finding -> findings.add(look + " " + finding));
        photograph(window, place.name() + "-" + look);
    }

    private static void lookInEachLanguage(Window window, Place place, List<String> findings) {
        for (Language language : Language.values()) {
            if (language != Language.EN) {
                go(window, place, language);
            }
            overflowing(window).forEach(finding -> findings.add(language.code() + " " + finding));
        }
    }

    private static Window enter(String person) {
        Window window = Browser.window(app, Browser.Setup.usual());
        return person.equals(Places.NOBODY) ? window : window.signIn(person, "/");
    }

    private static void go(Window window, Place place, Language language) {
        window.in(language);
        place.way().accept(window);
        assertEquals(place.status(), window.status(), () -> place.name() + " in " + language.code());
        assertEquals(language.code(), window.page().locator("html").getAttribute("lang"));
    }

    private static void photograph(Window window, String name) {
        window.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /** What reaches beyond a narrow screen, when the page does. */
    @SuppressWarnings("unchecked")
    private static List<String> overflowing(Window window) {
        return (List<String>)
                window.page()
                        .evaluate(
                                """
                        () => {
                          const most = document.documentElement.clientWidth;
                          const wide = document.scrollingElement.scrollWidth;
                          if (wide <= most) return [];
                          const beyond = [...document.body.querySelectorAll('*')]
                            .filter((element) => element.getBoundingClientRect().right > most)
                            .map((element) => element.outerHTML.slice(0, 120));
                          return ['is ' + wide + ' wide: ' + beyond.slice(0, 5).join(' ')];
                        }
                        """);
    }
}
