package portal.invitations;

import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;

/** The page on which an open invitation is changed. */
public final class DetailsPages {
    private DetailsPages() {}

    /**
     * What can be changed.
     *
     * @param name it is known by
     * @param stale whether somebody else changed it since the form was drawn
     * @param differences then: what is written in the form, and what is so now
     */
    public record Details(
            Invitation invitation,
            String name,
            DetailsForm form,
            FormErrors errors,
            List<Option> ways,
            boolean stale,
            List<Change> differences)
            implements Page {}
}
