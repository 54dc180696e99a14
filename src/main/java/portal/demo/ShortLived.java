package portal.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is kept under a secret name for a while; beyond a number of entries the oldest goes. */
final class ShortLived<T> {
    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, Entry<T>> entries;

    ShortLived(Clock clock, Duration lifetime, int most) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.entries = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry<T>> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void put(String name, T value) {
        entries.put(name, new Entry<>(value, clock.instant().plus(lifetime)));
    }

    synchronized Optional<T> get(String name) {
        return valid(entries.get(name));
    }

    /** Gives a value away for good: the second who asks gets nothing. */
    synchronized Optional<T> take(String name) {
        return valid(entries.remove(name));
    }

    private Optional<T> valid(Entry<T> entry) {
        return Optional.ofNullable(entry)
                .filter(found -> clock.instant().isBefore(found.until()))
                .map(Entry::value);
    }

    private record Entry<T>(T value, Instant until) {}
}
