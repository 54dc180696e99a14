package portal.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was measured of one kind of request, in one or several slices of time. */
final class Tally {
    private final List<long[]> slices = new ArrayList<>();
    private double seconds;
    private Cpu cpu = Cpu.NONE;

    /**
     * Adds a slice.
     *
     * @param nanos how long each request took
     */
    void add(long[] nanos, double took, Cpu used) {
        slices.add(nanos);
        seconds += took;
        cpu = cpu.plus(used);
    }

    void add(Tally other) {
        slices.addAll(other.slices);
        seconds += other.seconds;
        cpu = cpu.plus(other.cpu);
    }

    int requests() {
        return slices.stream().mapToInt(slice -> slice.length).sum();
    }

    double perSecond() {
        return requests() / seconds;
    }

    double milliseconds(double percentile) {
        long[] all = slices.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return all[(int) Math.ceil(percentile / 100 * all.length) - 1] / 1e6;
    }

    double application() {
        return cpu.application().toNanos() / 1e3 / requests();
    }

    double database() {
        return cpu.database().toNanos() / 1e3 / requests();
    }

    double total() {
        return application() + database();
    }
}
