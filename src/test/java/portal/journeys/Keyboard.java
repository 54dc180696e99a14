package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import portal.testing.Window;

/** Hands that only use the keyboard, and eyes that must see on every step where the focus is. */
final class Keyboard {
    private static final int MOST_STEPS = 80;
    private static final String SEES_FOCUS =
            """
            () => {
              const element = document.activeElement;
              if (element === document.body) return '';
              const style = getComputedStyle(element);
              const visible = element.matches(':focus-visible') && style.outlineStyle !== 'none'
                && parseFloat(style.outlineWidth) >= 2;
              return visible ? '' : element.outerHTML.slice(0, 200);
            }
            """;

    private final Page page;

    Keyboard(Window window) {
        page = window.page();
    }

    /** Goes there with Tab and presses Enter. */
    void press(Locator control) {
        tabTo(control);
        page.keyboard().press("Enter");
    }

    /** Goes there with Tab and presses the space bar. */
    void tick(Locator box) {
        tabTo(box);
        page.keyboard().press("Space");
        assertTrue(box.isChecked());
    }

    /** Goes there with Tab and writes. */
    void type(Locator field, String text) {
        tabTo(field);
        page.keyboard().insertText(text);
    }

    /** Goes there with Tab. */
    void tabTo(Locator control) {
        control.waitFor();
        for (int i = 0; i < MOST_STEPS; i++) {
            page.keyboard().press("Tab");
            Object unseen = page.evaluate(SEES_FOCUS);
            assertTrue(unseen.equals(""), () -> "the focus is seen on " + unseen);
            if (Boolean.TRUE.equals(control.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        fail("Tab does not reach " + control);
    }
}
