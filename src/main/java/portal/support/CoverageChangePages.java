package portal.support;

import java.util.List;
import java.util.UUID;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** Pages of a change of many. */
public final class CoverageChangePages {
    private CoverageChangePages() {}

    /**
     * Somebody who can be chosen.
     *
     * @param value what the form says
     * @param name null for each one's seller
     * @param eligible of how many of the chosen it may be the contact
     */
    public record Line(String value, String name, int eligible) {}

    /**
     * A number of subscriptions to which the same happens.
     *
     * @param outcome as it became, or would become
     */
    public record Sum(ChoiceOutcome outcome, long count) {}

    /**
     * The change: whom to choose, before and after, or what became of it.
     *
     * @param total of all subscriptions
     * @param wanted what the form says; null while nobody is chosen
     * @param contact the same as an organization; null for each one's seller
     * @param rows of this page
     * @param open whether nothing was confirmed yet
     * @param done whether all of it was done
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     */
    public record CoverageChange(
            UUID id,
            int total,
            List<Line> lines,
            String wanted,
            UUID contact,
            String reference,
            List<CoverageChangeRow> rows,
            List<Sum> sums,
            boolean open,
            boolean done,
            String previous,
            String next,
            FormErrors errors)
            implements Page {

        /** Address of this page. */
        public String path() {
            return "/support-coverage/changes/" + id;
        }

        /** Whether the rows are shown. */
        public boolean previewed() {
            return wanted != null;
        }

        /** Whether anything would change. */
        public boolean changes() {
            return sums.stream().anyMatch(sum -> sum.outcome() == ChoiceOutcome.DONE);
        }
    }
}
