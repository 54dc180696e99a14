package portal.portfolio;

import java.util.Arrays;
import java.util.Comparator;
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

    /** The same order, for rows that are already read. */
    public Comparator<PortfolioEntry> comparator() {
        Comparator<PortfolioEntry> upwards = byName()
                ? Comparator.comparing(PortfolioEntry::nameKey, Arrays::compareUnsigned)
                : Comparator.comparing(PortfolioEntry::since);
        return down() ? upwards.reversed() : upwards;
    }

    /** By its code; empty for anything else. */
    public static Optional<PortfolioOrder> of(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }
}
