package portal.users;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.platform.database.Ids;
import portal.subscriptions.SeatPool;
import portal.subscriptions.SeatPools;

/** The next rows of a batch, carried out in the caller's transaction: so few that it writes at most a thousand rows. */
final class BatchSteps {
    /** A new user is about seven rows: itself, its words, its outbox row, its licences, and its row of the batch. */
    private static final int NEWCOMERS = 100;

    private static final int LICENCES = 250;

    private final Newcomers newcomers;

    BatchSteps(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    /** The rows with what became of them; none when none is left. */
    List<BatchRow> next(Handle handle, BatchDao.Work work, Instant now) {
        BatchDao dao = handle.attach(BatchDao.class);
        return switch (work.kind()) {
            case UPLOAD -> add(handle, work, dao.rows(work.id(), "open", 0, NEWCOMERS), now);
            case ASSIGN ->
                dao.rows(work.id(), "open", 0, LICENCES).stream()
                        .map(row -> row.became(
                                row.userId(),
                                Licences.assign(handle, work.mandate(), row.userId(), work.productId(), now),
                                null))
                        .toList();
            case REMOVE ->
                dao.rows(work.id(), "open", 0, LICENCES).stream()
                        .map(row -> row.became(
                                row.userId(),
                                Licences.remove(handle, work.mandate(), row.userId(), work.productId()),
                                null))
                        .toList();
        };
    }

    private List<BatchRow> add(Handle handle, BatchDao.Work work, List<BatchRow> rows, Instant now) {
        if (rows.isEmpty()) {
            return rows;
        }
        CustomerId customer = work.customerId();
        Set<String> taken = handle.attach(UserDao.class)
                .taken(customer, rows.stream().map(BatchRow::signInName).toList());
        Map<String, SeatPool> pools =
                SeatPools.of(handle, customer).stream().collect(Collectors.toMap(SeatPool::sku, pool -> pool));
        Map<Integer, NewUser> users = new HashMap<>();
        rows.stream()
                .filter(row -> !taken.contains(row.signInName()))
                .forEach(row -> users.put(row.number(), user(row, pools)));
        List<NewUser> ordered = rows.stream()
                .map(row -> users.get(row.number()))
                .filter(user -> user != null)
                .toList();
        Map<UUID, List<UUID>> missing = new HashMap<>();
        if (!ordered.isEmpty()) {
            newcomers
                    .add(handle, work.mandate(), ordered, Optional.empty(), now)
                    .forEach(arrived -> missing.put(arrived.user().id(), arrived.missing()));
        }
        Map<UUID, String> names =
                pools.values().stream().collect(Collectors.toMap(SeatPool::productId, SeatPool::productName));
        List<BatchRow> done = new ArrayList<>();
        rows.forEach(row -> done.add(became(row, users.get(row.number()), missing, names)));
        return done;
    }

    private static NewUser user(BatchRow row, Map<String, SeatPool> pools) {
        Set<UUID> products = Arrays.stream(row.licences().split("\\Q" + UserLine.PARTED + "\\E"))
                .map(pools::get)
                .filter(pool -> pool != null)
                .map(SeatPool::productId)
                .collect(Collectors.toSet());
        return new NewUser(
                Ids.next(),
                row.signInName(),
                row.firstName(),
                row.lastName(),
                row.displayName(),
                row.country(),
                products);
    }

    private static BatchRow became(BatchRow row, NewUser user, Map<UUID, List<UUID>> missing, Map<UUID, String> names) {
        if (user == null) {
            return row.became(null, Outcome.TAKEN, null);
        }
        List<UUID> without = missing.getOrDefault(user.id(), List.of());
        return without.isEmpty()
                ? row.became(user.id(), Outcome.ADDED, null)
                : row.became(
                        user.id(),
                        Outcome.ADDED_WITHOUT,
                        without.stream().map(names::get).collect(Collectors.joining(", ")));
    }
}
