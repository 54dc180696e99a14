package portal.support;

import java.util.List;
import portal.platform.web.Page;

/** What customers see of their support. */
public final class SupportPages {
    private SupportPages() {}

    /**
     * A product, or several with one contact.
     *
     * @param contact null when it was bought elsewhere and nobody offered
     * @param origin where it was bought then
     */
    public record Line(List<String> products, Contact contact, String origin) {}

    /**
     * Who supports what.
     *
     * @param more whether there are further products than a page holds
     */
    public record Support(String organization, List<Line> lines, boolean more) implements Page {}
}
