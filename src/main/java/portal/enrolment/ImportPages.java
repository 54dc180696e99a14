package portal.enrolment;

import java.util.List;
import java.util.UUID;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** Imported files, as the operator sees them. */
public final class ImportPages {
    private ImportPages() {}

    /**
     * The files, the newest first.
     *
     * @param id of the import the form would make
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     */
    public record ImportList(UUID id, FormErrors errors, List<Import> imports, String previous, String next)
            implements Page {}

    /**
     * One file with its rows.
     *
     * @param onlyBad whether rows that are left out are shown alone
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     */
    public record ImportShow(Import file, List<ImportRow> rows, boolean onlyBad, String previous, String next)
            implements Page {

        /** Its address. */
        public String path() {
            return "/imports/" + file.id();
        }
    }
}
