package portal.portfolio;

import java.util.List;
import java.util.UUID;

/**
 * One page of rows.
 *
 * @param previous id of the row the page before ends above; null on the first page
 * @param next id of the row the next page begins below; null on the last page
 */
public record PortfolioPage(List<PortfolioEntry> entries, UUID previous, UUID next) {}
