package portal.partnerships;

import java.util.Arrays;
import java.util.Optional;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Coded;

/** One of the two organizations of a partnership, told by the text {@code partnerships.side.<code>}. */
public enum Side implements Coded {
    PROVIDER(Capacity.INDIRECT_PROVIDER, "/indirect-resellers"),
    RESELLER(Capacity.INDIRECT_RESELLER, "/indirect-providers");

    private final Capacity capacity;
    private final String path;

    Side(Capacity capacity, String path) {
        this.capacity = capacity;
        this.path = path;
    }

    /** In which its organization acts. */
    public Capacity capacity() {
        return capacity;
    }

    /** Address of the list in which it sees the other side. */
    public String path() {
        return path;
    }

    /** The other one. */
    public Side other() {
        return this == PROVIDER ? RESELLER : PROVIDER;
    }

    /** Whether the visitor's organization can be on this side. */
    public boolean open(Visitor visitor) {
        return visitor.home().capacities().contains(capacity);
    }

    /** By its code, among those the visitor's organization can be on; the only one when nothing usable is said. */
    static Optional<Side> of(String code, Visitor visitor) {
        Optional<Side> named = Arrays.stream(values())
                .filter(side -> side.code().equals(code) && side.open(visitor))
                .findFirst();
        return named.or(() -> Arrays.stream(values())
                .filter(side -> side.open(visitor) && !side.other().open(visitor))
                .findFirst());
    }
}
