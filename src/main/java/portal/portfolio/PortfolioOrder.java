package portal.portfolio;

import java.util.Arrays;
import java.util.Optional;
import portal.platform.database.Coded;

/** Orders of the Customers page; the code stands in its address, a minus meaning downwards. */
public enum PortfolioOrder implements Coded {
    NAME,
    NAME_DOWN,
    SINCE,
    SINCE_DOWN;

    @Override
    public String code() {
        return (down() ? "-" : "") + (byName() ? "name" : "since");
    }

    /** Whether by name rather than date. */
    public boolean byName() {
        return this == NAME || this == NAME_DOWN;
    }

    /** Whether the greatest comes first. */
    public boolean down() {
        return this == NAME_DOWN || this == SINCE_DOWN;
    }

    /** The column whose index holds this order. */
    String column() {
        return byName() ? "name_key" : "since";
    }

    /** By its code; empty for anything else. */
    public static Optional<PortfolioOrder> of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }
}
