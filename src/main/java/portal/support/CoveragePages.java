package portal.support;

import java.util.List;
import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.web.Page;

/** The coverage board. */
public final class CoveragePages {
    private CoveragePages() {}

    /**
     * One page of it.
     *
     * @param previous address of the page above; null on the first, and when searching
     * @param next address of the page below; null on the last, and when searching
     * @param more whether a search may match further ones
     */
    public record Coverage(
            CoverageAddress address, UUID partner, List<Supported> rows, String previous, String next, boolean more)
            implements Page {

        /** Whether the reader's partner chooses the contact of a row. */
        public boolean chooses(Supported row) {
            return row.chosenBy(new PartnerId(partner));
        }
    }
}
