package portal.home;

import java.util.List;
import portal.organizations.Profile;
import portal.organizations.ProfileChange;
import portal.organizations.ProfileForm;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;

/** The page on which a partner reads and changes what it says of itself. */
public final class OrganizationSettingsPages {
    private OrganizationSettingsPages() {}

    /**
     * The profile.
     *
     * @param stale whether somebody else changed it since the form was drawn
     * @param differences then: what is so now, and what is written in the form
     */
    public record Organization(
            Profile profile,
            ProfileForm form,
            FormErrors errors,
            List<Option> timeZones,
            boolean stale,
            List<ProfileChange> differences)
            implements Page {}
}
