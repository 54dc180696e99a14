package portal.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Many people who do something at the same moment, each in a thread of their own. */
public final class Crowd<T> {
    private final List<Supplier<T>> deeds = new ArrayList<>();

    /** One more who does this. */
    public Crowd<T> with(Supplier<T> deed) {
        deeds.add(deed);
        return this;
    }

    /** Lets all of them go at once; gives what each got, in the order they were added. */
    public List<T> go() {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        CountDownLatch ready = new CountDownLatch(deeds.size());
        List<Future<T>> running = new ArrayList<>();
        for (Supplier<T> deed : deeds) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return deed.get();
            }));
        }
        threads.shutdown();
        List<T> results = new ArrayList<>();
        for (Future<T> future : running) {
            results.add(result(future));
        }
        return results;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
