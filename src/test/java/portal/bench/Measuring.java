package portal.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import portal.organizations.PartnerId;
import portal.platform.Config;
import portal.platform.database.Database;

/** Measures all pages and the two forms for one partner after the other. */
final class Measuring {
    private static final int SLICES = 4;
    private static final int ROUNDS = 4;
    private static final int WARM_UPS = 8;

    /** A round of warming up that costs so much of what the cheapest has cost is no longer worth another. */
    private static final double WARM = 0.98;

    private static final int WRITES_BEFORE = 20;
    private static final int TOLERATED_ROWS = 5;

    private final Database database;
    private final Load load;
    private final Load floors;
    private final Report report;
    private final double slice;
    private final Writes writes;
    private final RowsExamined rowsExamined;
    private final Map<String, Long> rowsByPage = new HashMap<>();

    Measuring(Database database, Config config, Load load, Load floors, Report report, double seconds) {
        this.database = database;
        this.load = load;
        this.floors = floors;
        this.report = report;
        slice = seconds / SLICES;
        writes = new Writes(database, config, load);
        rowsExamined = new RowsExamined(database);
    }

    /** Until the JVMs have compiled what is hot: until a round is no cheaper than those before. */
    void warmUp(int customers, PartnerId partner, SignedIn admin) {
        writes.rounds(WRITES_BEFORE, partner, admin);
        double cheapest = Double.MAX_VALUE;
        for (int i = 0; i < WARM_UPS; i++) {
            double cost = round(customers, partner, admin);
            if (cost > WARM * cheapest) {
                return;
            }
            cheapest = Math.min(cost, cheapest);
        }
    }

    private double round(int customers, PartnerId partner, SignedIn admin) {
        Asked asked = Asked.by(admin, load.port());
        byte[] floor = floor(customers, partner, admin);
        double cost = 0;
        for (Pages.Measured page : Pages.of(database, partner, customers)) {
            Tally here = new Tally();
            cost += beside(floor, asked.get(page.path()), here).application() + here.application();
        }
        return cost;
    }

    private byte[] floor(int customers, PartnerId partner, SignedIn admin) {
        return Asked.by(admin, floors.port()).get(Floor.path(Pages.floor(database, partner, customers)));
    }

    void measure(int customers, PartnerId partner, SignedIn admin) {
        Asked asked = Asked.by(admin, load.port());
        byte[] floor = floor(customers, partner, admin);
        Tally bare = new Tally();
        for (Pages.Measured page : Pages.of(database, partner, customers)) {
            Tally here = new Tally();
            Tally beside = beside(floor, asked.get(page.path()), here);
            bare.add(beside);
            long rows = tell(customers, page.name(), asked, page.path(), here, beside);
            if (page.keyset()) {
                sameAtEverySize(page.name(), rows);
            }
        }
        report.cost(customers, "floor", bare, bare);
        export(customers, asked);
        Writes.Cost cost = writes.rounds(ROUNDS, partner, admin);
        report.cost(customers, "create an invitation", cost.created(), bare);
        report.cost(customers, "accept an invitation", cost.accepted(), bare);
    }

    /** The whole list as a file, from a portal whose heap is far smaller at a million customers. */
    private void export(int customers, Asked asked) {
        long begin = System.nanoTime();
        int bytes = load.once(200, asked.get("/customers.csv")).body().length;
        report.say(String.format(
                Locale.ROOT,
                "| %,d | CSV of all customers: %.1f MB sent in %.1f s | | | | | | | | | | |",
                customers,
                bytes / 1e6,
                (System.nanoTime() - begin) / 1e9));
    }

    /** Many users at once, whatever the number of customers. */
    void upload(PartnerId partner, SignedIn admin) {
        Uploading.Took took = new Uploading(database, load).by(Asked.by(admin, load.port()), partner);
        report.say(String.format(
                Locale.ROOT,
                "%nA file of %,d users (%.1f MB) was read in %.1f s, and all were added in %.1f s.",
                took.users(),
                took.bytes() / 1e6,
                took.read(),
                took.added()));
    }

    /** Measures the floor in turn with a page, so that both meet the same noise; gives the floor's part. */
    private Tally beside(byte[] floor, byte[] page, Tally here) {
        Tally beside = new Tally();
        load.during(slice, page);
        for (int i = 0; i < SLICES; i++) {
            beside.add(floors.during(slice, floor));
            here.add(load.during(slice, page));
        }
        return beside;
    }

    private void sameAtEverySize(String page, long rows) {
        long before = rowsByPage.computeIfAbsent(page, unused -> rows);
        if (Math.abs(before - rows) > TOLERATED_ROWS) {
            throw new IllegalStateException(page + " reads " + rows + " rows, but " + before + " at another size");
        }
    }

    private long tell(int customers, String name, Asked asked, String path, Tally page, Tally floor) {
        byte[] request = asked.get(path);
        long rows = rowsExamined.by(() -> load.once(200, request));
        int bytes = load.once(200, asked.uncompressed().get(path)).body().length;
        int sent = load.once(200, request).body().length;
        report.page(customers, name, page, floor, rows, bytes, sent);
        return rows;
    }
}
