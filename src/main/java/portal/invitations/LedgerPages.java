package portal.invitations;

import java.time.Instant;
import java.util.List;
import portal.platform.web.Page;

/** The list of a partner's invitations. */
public final class LedgerPages {
    private LedgerPages() {}

    /**
     * One page of it.
     *
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     * @param stopped whether the search may find further ones on the page below
     */
    public record Index(
            LedgerAddress address, List<LedgerRow> rows, String previous, String next, boolean stopped, Instant now)
            implements Page {}
}
