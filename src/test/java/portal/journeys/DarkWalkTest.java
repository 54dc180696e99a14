package portal.journeys;

import com.microsoft.playwright.options.ColorScheme;

class DarkWalkTest extends Walk {
    DarkWalkTest() {
        super(ColorScheme.DARK);
    }
}
