package portal.cluster;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Client;

/**
 * People who write notes and look them up on another node at once, over and over. Whoever is not answered, or asked to
 * come back, sends the same form again.
 */
final class Load {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> missing = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestWait = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /**
     * Somebody who is signed in.
     *
     * @param nodes the same browser at each node
     * @param account address of the customer that is written about
     */
    record Writer(List<Client> nodes, String account) {
        Client at(int round) {
            return nodes.get(round % nodes.size());
        }
    }

    /** Lets all of them begin. */
    static Load of(List<Writer> writers) {
        Load load = new Load();
        for (Writer writer : writers) {
            Thread thread = new Thread(() -> load.write(writer), "writer of " + writer.account());
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    private void write(Writer writer) {
        String token = page(writer.at(0), writer.account())
                .page()
                .select("input[name=csrf]")
                .val();
        for (int round = 0; !stopping; round++) {
            UUID id = Ids.next();
            Map<String, String> form = Map.of("csrf", token, "id", id.toString(), "note", "Note " + id);
            Client here = writer.at(round);
            answered("POST", 303, () -> here.post(writer.account() + "/notes", form));
            acknowledged.add(id);
            if (!page(writer.at(round + 1), writer.account()).text().contains("Note " + id)) {
                missing.add(id.toString());
            }
        }
    }

    private Answer page(Client client, String path) {
        return answered("GET", 200, () -> client.get(path));
    }

    /** Asks until it is answered as it should be, and counts all answers. */
    private Answer answered(String method, int status, Supplier<Answer> request) {
        long began = System.nanoTime();
        while (true) {
            String how;
            try {
                Answer answer = request.get();
                how = answer.status() == 503 && answer.header("Retry-After").isEmpty()
                        ? "503 without Retry-After"
                        : String.valueOf(answer.status());
                if (answer.status() == status) {
                    count(method + " " + how);
                    longestWait.accumulateAndGet(System.nanoTime() - began, Math::max);
                    return answer;
                }
            } catch (UncheckedIOException broken) {
                // with or without the beginning of an answer
                boolean nothing = String.valueOf(broken.getMessage()).contains("received no bytes");
                how = nothing ? "not answered" : "cut short";
            } catch (AssertionFailedError notOurPage) {
                how = "answered by the proxy";
            }
            count(method + " " + how);
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(method + " is not answered: " + how);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void count(String what) {
        answers.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    /** Lets everybody finish what they do. */
    void stop() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** How often what came back, by method and status. */
    Map<String, Long> answers() {
        Map<String, Long> sums = new TreeMap<>();
        answers.forEach((what, number) -> sums.put(what, number.sum()));
        return sums;
    }

    /** How many answers were not what was asked for. */
    long failed() {
        return answers().entrySet().stream()
                .filter(answer -> !Set.of("GET 200", "POST 303").contains(answer.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Notes the portal said it had written. */
    List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Notes that a page read afterwards did not show. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** Forgets the longest wait until now. */
    void measureAfresh() {
        longestWait.set(0);
    }

    /** How long somebody waited at most, from the first try to the answer. */
    Duration longestWait() {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(longestWait.get()));
    }
}
