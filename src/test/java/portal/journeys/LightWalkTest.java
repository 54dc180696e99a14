package portal.journeys;

import com.microsoft.playwright.options.ColorScheme;

class LightWalkTest extends Walk {
    LightWalkTest() {
        super(ColorScheme.LIGHT);
    }
}
