package portal.customers;

import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** The page on which views of the Customers page are saved and removed. */
public final class ViewPages {
    private ViewPages() {}

    /** The views there are, and the one to be saved. */
    public record Views(ViewForm form, FormErrors errors, List<SavedView> views) implements Page {}
}
