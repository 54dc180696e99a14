package portal.customers;

import java.util.Arrays;
import java.util.Optional;
import portal.platform.database.Coded;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioState;

/** What the Customers page can be narrowed to; told by the text {@code customers.state.<code>}. */
public enum ListState implements Coded {
    ALL,
    ACTIVE,
    INVITED,
    ATTENTION,
    REMOVED;

    /** By its code; all for anything else. */
    static ListState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }

    /**
     * What is left of it beside a filter. Needing attention is a filter itself, of which there is one at a time; without
     * another state it is the tab.
     */
    ListState beside(Optional<ListFilter> filter) {
        if (filter.isEmpty()) {
            return this;
        }
        boolean attention = filter.get().kind() == ListFilter.Kind.ATTENTION;
        if (attention && (this == ALL || this == ATTENTION)) {
            return ATTENTION;
        }
        return this == ATTENTION ? ALL : this;
    }

    /** Which tab it is under. */
    public String tab() {
        return this == ATTENTION || this == INVITED ? code() : "all";
    }

    Optional<PortfolioState> state() {
        return switch (this) {
            case ACTIVE -> Optional.of(PortfolioState.ACTIVE);
            case INVITED -> Optional.of(PortfolioState.INVITED);
            case REMOVED -> Optional.of(PortfolioState.REMOVED);
            case ALL, ATTENTION -> Optional.empty();
        };
    }

    Optional<String> label() {
        return this == ATTENTION ? Optional.of(PortfolioFilter.ATTENTION) : Optional.empty();
    }
}
