package portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import portal.demo.EmbeddedDatabase;
import portal.organizations.PartnerId;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;

/** A database server with partners that have many customers. They are made once and kept in {@code target/}. */
final class BenchDatabase implements AutoCloseable {
    private static final Path DIRECTORY = Path.of("target", "bench-database");
    private static final long BUFFER_POOL = 1L << 30;

    private final EmbeddedDatabase server;
    private final String url;
    private final Database database;

    private BenchDatabase(EmbeddedDatabase server, String url) {
        this.server = server;
        this.url = url;
        database = new Database(url, 4);
    }

    /** Starts the server; rows made under other migrations are not used. */
    static BenchDatabase start() {
        String schema = "bench_" + fingerprint();
        EmbeddedDatabase server = EmbeddedDatabase.start(DIRECTORY, List.of(schema));
        BenchDatabase started = new BenchDatabase(server, server.jdbcUrl(schema));
        started.dropOthers(schema);
        new Migrations(started.database.dataSource()).migrate();
        started.database.write(handle -> handle.execute("set global innodb_buffer_pool_size = " + BUFFER_POOL));
        return started;
    }

    private void dropOthers(String schema) {
        database.read(handle -> handle.createQuery("select schema_name from information_schema.schemata"
                                + " where schema_name like 'bench\\_%' and schema_name <> :schema")
                        .bind("schema", schema)
                        .mapTo(String.class)
                        .list())
                .forEach(other -> database.write(handle -> handle.execute("drop database " + other)));
    }

    private static String fingerprint() {
        StringBuilder migrations = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("db", "migrations"))) {
            for (Path file : files.sorted().toList()) {
                migrations.append(Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return HexFormat.of().formatHex(Vault.digest(migrations.toString()), 0, 4);
    }

    /** The partner with so many customers; its MPN ID tells that all of them are there. */
    PartnerId partner(int customers) {
        return database.read(handle -> handle.createQuery("select id from organization where mpn_id = :mark")
                        .bind("mark", String.valueOf(customers))
                        .mapTo(PartnerId.class)
                        .findOne())
                .orElseGet(() -> fill(customers));
    }

    private PartnerId fill(int customers) {
        long begin = System.nanoTime();
        PartnerId partner;
        try (Database inBulk = new Database(url + "&useBulkStmts=true", 1)) {
            partner = new ManyRows(inBulk).partner("Bench " + customers, customers);
        }
        database.write(handle -> {
            relate(handle, partner);
            BenchRecord.fill(handle, partner);
            return handle.execute(
                    "update organization set mpn_id = ? where id = ?", String.valueOf(customers), partner.value());
        });
        database.write(handle -> handle.execute("analyze table portfolio_entry, portfolio_token, portfolio_label,"
                + " organization, relationship, delegated_admin_grant, subscription, customer_user"));
        System.out.printf("Made %,d customers in %d s%n", customers, (System.nanoTime() - begin) / 1_000_000_000L);
        return partner;
    }

    /** The organizations behind the active rows, their relationships, and DAP for every other one. */
    private static void relate(Handle handle, PartnerId partner) {
        handle.execute(
                "update portfolio_entry set dap = 'granted' where partner_id = ? and state = 'active' and right(id, 1) < '8'",
                partner.value());
        handle.execute(
                """
                insert into organization
                  (id, kind, state, legal_name, domain, domain_verified, country, cloud, address_line1, city, postal_code,
                   language, time_zone, created_at)
                select customer_id, 'customer', 'active', name, domain, true, country, 'public', 'Dlouhá 12', 'Čáslav',
                  '286 01', 'cs', 'Europe/Prague', since
                from portfolio_entry where partner_id = ? and state = 'active'
                """,
                partner.value());
        handle.execute(
                """
                insert into relationship (id, partner_id, capacity, customer_id, origin, began_at)
                select id, partner_id, capacity, customer_id, 'invitation', since
                from portfolio_entry where partner_id = ? and state = 'active'
                """,
                partner.value());
        handle.execute(
                """
                insert into delegated_admin_grant (id, partner_id, customer_id, granted_at)
                select id, partner_id, customer_id, since
                from portfolio_entry where partner_id = ? and state = 'active' and dap = 'granted'
                """,
                partner.value());
    }

    /** Takes back what a run has made, so that the next run finds as many customers. */
    void forget(UUID since) {
        Stream.of(
                        "activity_entry where id",
                        "outbox_mail where id",
                        "acceptance_evidence where id",
                        "agreement_acceptance where id",
                        "relationship where id",
                        "delegated_admin_grant where id",
                        "portfolio_entry where id",
                        "invitation_event where id",
                        "invitation_message where id",
                        "invitation_link where invitation_id",
                        "invitation_draft where invitation_id",
                        "invitation_party where invitation_id",
                        "invitation where id",
                        "session where person_id",
                        "person where id",
                        "organization where id")
                .forEach(rows -> database.write(handle -> handle.execute("delete from " + rows + " > ?", since)));
    }

    /** Later rows have greater identifiers. */
    static UUID mark() {
        return Ids.next();
    }

    String url() {
        return url;
    }

    Database database() {
        return database;
    }

    long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
