package portal.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which deeds of whose log.
 *
 * @param from the first moment; empty for the beginning
 * @param until the moment behind the last; empty for now
 * @param customers whom they concern; empty for anybody
 */
record ActivityFilter(
        UUID organization,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Action> action,
        Optional<UUID> person,
        Optional<List<UUID>> customers) {

    /** Whether nothing can be meant: a customer was named that nobody knows. */
    boolean impossible() {
        return customers.filter(List::isEmpty).isPresent();
    }

    Optional<UUID> oneCustomer() {
        return customers.filter(ids -> ids.size() == 1).map(ids -> ids.get(0));
    }

    /** Whether rows of the index that is read have to be looked at for more than one thing. */
    boolean mixed() {
        long things = action.stream().count()
                + person.stream().count()
                + customers.stream().count();
        return things > 1 || customers.filter(ids -> ids.size() > 1).isPresent();
    }
}
