package portal.signin;

import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;

/** The page on which a person chooses language, time zone and appearance. */
public final class PreferencePages {
    private PreferencePages() {}

    /** What is chosen, and what can be. */
    public record Preferences(List<Option> languages, List<Option> timeZones, String theme, FormErrors errors)
            implements Page {}
}
