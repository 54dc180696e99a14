package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortLivedTest {
    private final HandClock clock = new HandClock();
    private final ShortLived<String> codes = new ShortLived<>(clock, Duration.ofSeconds(60), 2);

    @Test
    void entryEndsAfterItsLifetime() {
        codes.put("a", "1");
        clock.now = clock.now.plusSeconds(59);
        assertEquals(Optional.of("1"), codes.get("a"));
        clock.now = clock.now.plusSeconds(1);
        assertEquals(Optional.empty(), codes.take("a"));
    }

    @Test
    void takenEntryIsGone() {
        codes.put("a", "1");
        assertEquals(Optional.of("1"), codes.take("a"));
        assertEquals(Optional.empty(), codes.take("a"));
    }

    @Test
    void oldestEntryMakesRoom() {
        codes.put("a", "1");
        codes.put("b", "2");
        codes.put("c", "3");
        assertEquals(Optional.empty(), codes.get("a"));
        assertEquals(Optional.of("3"), codes.get("c"));
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
