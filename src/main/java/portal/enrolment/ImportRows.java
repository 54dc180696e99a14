package portal.enrolment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import portal.platform.database.Database;
import portal.platform.web.Request;

/**
 * One page of rows, by what the address says; what cannot be read there counts as not said.
 *
 * @param onlyBad whether rows that are left out are shown alone
 * @param after the line above the page; -1 when not said
 * @param before the line below the page; -1 when not said
 */
record ImportRows(UUID id, boolean onlyBad, long after, long before) {
    private static final int PAGE = 50;

    static ImportRows of(UUID id, Request request) {
        return new ImportRows(
                id,
                request.query("show").filter("bad"::equals).isPresent(),
                line(request, "after"),
                line(request, "before"));
    }

    private static long line(Request request, String name) {
        return request.query(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    /** The page of an import. */
    ImportPages.ImportShow page(Database database, Import file) {
        boolean upwards = before >= 0;
        List<ImportRow> found = database.read(ImportDao.class, this::read);
        boolean more = found.size() > PAGE;
        List<ImportRow> rows = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        if (upwards) {
            Collections.reverse(rows);
        }
        boolean above = upwards ? more : after > 0;
        boolean below = upwards || more;
        return new ImportPages.ImportShow(
                file,
                rows,
                onlyBad,
                above && !rows.isEmpty() ? address("before", rows.get(0).line()) : null,
                below && !rows.isEmpty()
                        ? address("after", rows.get(rows.size() - 1).line())
                        : null);
    }

    private List<ImportRow> read(ImportDao dao) {
        if (before >= 0) {
            return onlyBad ? dao.badBefore(id, before, PAGE + 1) : dao.rowsBefore(id, before, PAGE + 1);
        }
        return onlyBad ? dao.badAfter(id, after, PAGE + 1) : dao.rowsAfter(id, after, PAGE + 1);
    }

    private String address(String position, long line) {
        return "/imports/" + id + "?" + (onlyBad ? "show=bad&" : "") + position + "=" + line;
    }
}
