package portal.portfolio;

import java.util.List;

/**
 * What a search found.
 *
 * @param more whether further rows match or may match, beyond what one search looks at
 */
public record PortfolioHits(List<PortfolioEntry> entries, boolean more) {
    /** Nothing found. */
    static final PortfolioHits NONE = new PortfolioHits(List.of(), false);
}
