package portal.enrolment;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import portal.platform.access.Capacity;
import portal.platform.database.Coded;

/** In which capacities a partner can enrol. */
public enum CapacityChoice implements Coded {
    DIRECT_BILL(Capacity.DIRECT_BILL),
    INDIRECT_PROVIDER(Capacity.INDIRECT_PROVIDER),
    INDIRECT_RESELLER(Capacity.INDIRECT_RESELLER),
    /** One tenant may sell some customers directly and serve others for a provider. */
    DIRECT_BILL_AND_RESELLER(Capacity.DIRECT_BILL, Capacity.INDIRECT_RESELLER);

    private final Set<Capacity> capacities;

    CapacityChoice(Capacity first, Capacity... more) {
        this.capacities = EnumSet.of(first, more);
    }

    /** By code; empty for anything else. */
    static Optional<CapacityChoice> of(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }

    /** The choice that gives exactly these; empty when none does. */
    static Optional<CapacityChoice> of(Collection<Capacity> capacities) {
        return Arrays.stream(values())
                .filter(choice -> choice.capacities.equals(Set.copyOf(capacities)))
                .findFirst();
    }

    Set<Capacity> capacities() {
        return capacities;
    }
}
