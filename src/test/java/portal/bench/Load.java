package portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Sends requests over a few connections at once, each the next as soon as it has its answer. */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS, work -> {
        Thread thread = new Thread(work, "load");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Connection> connections = new ArrayList<>();
    private final Supplier<Cpu> cpu;
    private final int port;

    /**
     * A load for a port of this machine.
     *
     * @param cpu reads the CPU time used so far
     */
    Load(int port, Supplier<Cpu> cpu) throws IOException {
        this.cpu = cpu;
        this.port = port;
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Connection(port));
        }
    }

    /** Of what is asked. */
    int port() {
        return port;
    }

    /** The same request again and again for some time. */
    Tally during(double seconds, byte[] request) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(200, unused -> System.nanoTime() < end, unused -> request);
    }

    /** Each request once. */
    Tally each(int status, List<byte[]> requests) {
        return run(status, number -> number < requests.size(), requests::get);
    }

    /** One after the other on one connection. */
    Connection.Answer once(int status, byte[] request) {
        return exchange(connections.get(0), status, request);
    }

    private interface Requests {
        byte[] get(int number);
    }

    private Tally run(int status, IntPredicate more, Requests requests) {
        AtomicInteger next = new AtomicInteger();
        Cpu before = cpu.get();
        long begin = System.nanoTime();
        List<Future<long[]>> workers = new ArrayList<>();
        for (Connection connection : connections) {
            workers.add(threads.submit(() -> work(connection, status, next, more, requests)));
        }
        long[] nanos =
                workers.stream().map(Load::result).flatMapToLong(Arrays::stream).toArray();
        Tally tally = new Tally();
        tally.add(nanos, (System.nanoTime() - begin) / 1e9, cpu.get().minus(before));
        return tally;
    }

    private static long[] work(
            Connection connection, int status, AtomicInteger next, IntPredicate more, Requests requests) {
        long[] nanos = new long[1024];
        int count = 0;
        for (int number = next.getAndIncrement(); more.test(number); number = next.getAndIncrement()) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            long begin = System.nanoTime();
            exchange(connection, status, requests.get(number));
            nanos[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(nanos, count);
    }

    private static Connection.Answer exchange(Connection connection, int status, byte[] request) {
        try {
            Connection.Answer answer = connection.exchange(request);
            if (answer.status() != status) {
                String asked = new String(request, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElseThrow();
                throw new IllegalStateException(answer.status() + " for " + asked);
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long[] result(Future<long[]> worker) {
        try {
            return worker.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
