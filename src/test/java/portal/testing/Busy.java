package portal.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** People who do the same again and again, each in a thread of their own; it is kept what each was answered, and when. */
public final class Busy {
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final List<Thread> people = new ArrayList<>();
    private final Queue<Asked> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    /**
     * One request.
     *
     * @param status 0 when there was no answer
     */
    public record Asked(String what, Instant at, Duration took, int status, String retryAfter) {
        /** Whether it was sent in this time. */
        public boolean sentWithin(Instant from, Instant to) {
            return at.isAfter(from) && at.isBefore(to);
        }
    }

    /** One more who does this. */
    public Busy with(String what, Supplier<Answer> deed) {
        return with(what, PAUSE, deed);
    }

    /** One more who does this, with a pause each time. */
    public Busy with(String what, Duration pause, Supplier<Answer> deed) {
        people.add(new Thread(() -> repeat(what, pause, deed), what));
        return this;
    }

    /** They begin. */
    public Busy start() {
        people.forEach(Thread::start);
        return this;
    }

    private void repeat(String what, Duration pause, Supplier<Answer> deed) {
        while (!stopping) {
            Instant at = Instant.now();
            int status = 0;
            String retryAfter = "";
            try {
                Answer answer = deed.get();
                status = answer.status();
                retryAfter = answer.header("Retry-After");
            } catch (RuntimeException none) {
                // said by the status
            }
            answers.add(new Asked(what, at, Duration.between(at, Instant.now()), status, retryAfter));
            rest(pause);
        }
    }

    private static void rest(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** They stop; gives all there was. */
    public List<Asked> stop() throws InterruptedException {
        stopping = true;
        for (Thread person : people) {
            person.join();
        }
        return List.copyOf(answers);
    }

    /** The longest of some. */
    public static Duration slowest(List<Asked> all, Predicate<Asked> which) {
        return all.stream()
                .filter(which)
                .map(Asked::took)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How long after a moment the last was sent that did not fare well; zero when all did. */
    public static Duration recovery(List<Asked> all, Instant from) {
        return all.stream()
                .filter(asked -> asked.at().isAfter(from) && (asked.status() == 0 || asked.status() >= 500))
                .map(asked -> Duration.between(from, asked.at()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
