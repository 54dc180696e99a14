package portal.lookup;

import portal.portfolio.PortfolioEntry;

/**
 * A row of the Customers page that was found.
 *
 * @param somebody the person that was looked for; null when it was not a person
 */
public record Hit(PortfolioEntry entry, Somebody somebody) {}
