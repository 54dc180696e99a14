package portal.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import portal.organizations.PartnerId;
import portal.platform.database.Database;

/** A file of 100,000 users, read and carried out by a portal with a small heap. */
final class Uploading {
    private static final int USERS = 100_000;
    private static final String UPLOADED = "customer_id = :customer and sign_in_name like 'uploaded%'";
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(15);

    private final Database database;
    private final Load load;

    /**
     * What it took.
     *
     * @param bytes of the file
     * @param read seconds until its preview could be looked at
     * @param added seconds from the confirmation until all users were there
     */
    record Took(int users, int bytes, double read, double added) {}

    Uploading(Database database, Load load) {
        this.database = database;
        this.load = load;
    }

    /** Adds users to the customer whose record is measured, and takes them away again. */
    Took by(Asked admin, PartnerId partner) {
        UUID row = database.read(handle -> BenchRecord.row(handle, partner));
        String domain = text("select domain from portfolio_entry where id = :id", row);
        StringBuilder file = new StringBuilder("sign-in-name;first-name;last-name;display-name;country\r\n");
        for (int i = 0; i < USERS; i++) {
            file.append("uploaded").append(i).append('@').append(domain).append(";Žaneta;Nováková;;CZ\r\n");
        }
        byte[] content = file.toString().getBytes(StandardCharsets.UTF_8);
        UUID mark = BenchDatabase.mark();
        long begin = System.nanoTime();
        load.once(303, admin.upload("/customers/" + row + "/users/uploads", content));
        UUID batch = UUID.fromString(text("select id from user_batch where id > :id order by id desc limit 1", mark));
        await(batch, "ready");
        double read = seconds(begin);
        begin = System.nanoTime();
        load.once(303, admin.post("/customers/" + row + "/users/batches/" + batch + "/confirmation", Map.of()));
        await(batch, "done");
        double added = seconds(begin);
        UUID customer =
                database.read(handle -> handle.createQuery("select customer_id from portfolio_entry where id = :id")
                        .bind("id", row)
                        .mapTo(UUID.class)
                        .one());
        int users = database.read(handle -> handle.createQuery("select count(*) from customer_user where " + UPLOADED)
                .bind("customer", customer)
                .mapTo(Integer.class)
                .one());
        forget(batch, customer);
        return new Took(users, content.length, read, added);
    }

    private void await(UUID batch, String state) {
        long end = System.nanoTime() + LONGEST;
        while (!text("select state from user_batch where id = :id", batch).equals(state)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the upload is not " + state);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private String text(String sql, UUID id) {
        return database.read(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).one());
    }

    private void forget(UUID batch, UUID customer) {
        int gone;
        do {
            gone = database.write(
                    handle -> handle.createUpdate("delete from customer_user where " + UPLOADED + " limit 5000")
                            .bind("customer", customer)
                            .execute());
        } while (gone > 0);
        database.write(handle -> handle.execute("delete from user_batch where id = ?", batch));
    }
}
