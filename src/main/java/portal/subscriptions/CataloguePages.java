package portal.subscriptions;

import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** The catalogue, as the operator sees it. */
public final class CataloguePages {
    private CataloguePages() {}

    /**
     * Products with their offers, and the form for a file.
     *
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     */
    public record CatalogueList(
            CatalogueAddress address, List<Product.Offered> products, String previous, String next, FormErrors errors)
            implements Page {

        /** Columns a file has to have. */
        public String columns() {
            return String.join(", ", CatalogueFile.COLUMNS);
        }
    }

    /**
     * What loading a file would do.
     *
     * @param rows some, those worth looking at first
     */
    public record CataloguePreview(
            CatalogueUpload upload, List<CatalogueRow> rows, int lines, int added, int changed, int same, int leftOut)
            implements Page {

        /** Whether loading it changes anything. */
        public boolean loadable() {
            return added + changed > 0;
        }
    }
}
