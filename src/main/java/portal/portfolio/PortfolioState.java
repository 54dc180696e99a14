package portal.portfolio;

import portal.platform.database.Coded;

/** What a row of the Customers page stands for. */
public enum PortfolioState implements Coded {
    ACTIVE,
    INVITED,
    REMOVED
}
