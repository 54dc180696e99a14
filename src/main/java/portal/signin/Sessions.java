package portal.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Capacity;
import portal.platform.access.Identity;
import portal.platform.access.OpenIdClient;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.access.Visitors;
import portal.platform.database.Database;
import portal.platform.database.Ids;

/**
 * Who is signed in, and who is on the way. The cookie is a random secret, its digest the key of a small row: one indexed
 * read per request, and a write at most once a minute, on whatever node the request comes to.
 */
public final class Sessions implements Visitors {
    private static final Duration WRITE_EVERY = Duration.ofMinutes(1);
    private static final Duration ATTEMPT = Duration.ofMinutes(15);
    private static final String RETURN = "sign-in return";
    private static final String TOKEN = "id token";
    private static final int LONGEST_TOKEN = 7_900;
    private static final int BATCH = 1_000;
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    private final Database database;
    private final Vault vault;
    private final Config config;
    private final Clock clock;

    /** Where a sign-in that came back shall go on, with what the provider client needs to check the answer. */
    record Arrival(OpenIdClient.Attempt attempt, String returnTo) {}

    /** Kept in the database. */
    public Sessions(Database database, Vault vault, Config config, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<Visitor> find(String cookie) {
        Instant now = clock.instant();
        byte[] digest = Vault.digest(cookie);
        Optional<SessionDao.Row> found =
                database.read(SessionDao.class, dao -> dao.find(digest, now, now.minus(config.sessionIdle())));
        found.filter(row -> row.lastSeenAt().isBefore(now.minus(WRITE_EVERY)))
                .ifPresent(row -> database.write(handle -> {
                    handle.attach(SessionDao.class).seen(digest, now);
                    return null;
                }));
        return found.map(this::visitor);
    }

    private Visitor visitor(SessionDao.Row row) {
        return new Visitor(
                row.personId(),
                row.tenantId(),
                row.name(),
                row.email(),
                row.phone(),
                row.verifiedDomain(),
                Role.split(row.roles()),
                Optional.ofNullable(row.language()),
                row.theme(),
                row.timeZone() == null ? config.zone() : ZoneId.of(row.timeZone()),
                Optional.ofNullable(row.kind()).map(kind -> organization(row)),
                row.csrfSecret());
    }

    private static Visitor.Organization organization(SessionDao.Row row) {
        return new Visitor.Organization(
                row.tenantId(),
                row.kind(),
                row.state(),
                row.legalName(),
                row.domain(),
                row.country(),
                row.cloud(),
                capacities(row.capacities()),
                row.organizationLanguage(),
                row.organizationVersion());
    }

    private static Set<Capacity> capacities(String joined) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        for (Capacity capacity : Capacity.values()) {
            if (joined != null && Arrays.asList(joined.split(",")).contains(capacity.code())) {
                capacities.add(capacity);
            }
        }
        return capacities;
    }

    /** Remembers a sign-in that leaves for the provider; gives the secret for its cookie. */
    String depart(OpenIdClient.Attempt attempt, String returnTo) {
        String secret = vault.secret();
        SessionDao.Attempt row = new SessionDao.Attempt(
                attempt.state(), attempt.nonce(), attempt.codeVerifier(), vault.seal(RETURN, returnTo));
        database.write(handle -> {
            handle.attach(SessionDao.class)
                    .insertAttempt(Vault.digest(secret), row, clock.instant().plus(ATTEMPT));
            return null;
        });
        return secret;
    }

    /** The sign-in behind an attempt's cookie, once. */
    Optional<Arrival> arrive(String cookie) {
        byte[] digest = Vault.digest(cookie);
        return database.write(handle -> {
                    SessionDao dao = handle.attach(SessionDao.class);
                    Optional<SessionDao.Attempt> attempt = dao.attempt(digest, clock.instant());
                    return dao.deleteAttempt(digest) == 1 ? attempt : Optional.<SessionDao.Attempt>empty();
                })
                .flatMap(row -> vault.tryOpen(RETURN, row.returnTo())
                        .map(returnTo -> new Arrival(
                                new OpenIdClient.Attempt(row.state(), row.nonce(), row.codeVerifier()), returnTo)));
    }

    /**
     * Begins a session for somebody the provider vouches for, and ends the one this browser had.
     *
     * @param before cookie of that one; null when there is none
     * @return the secret for the new session's cookie
     */
    String begin(Identity identity, String before, Session.Device device) {
        String secret = vault.secret();
        byte[] digest = Vault.digest(secret);
        byte[] csrfSecret = vault.bytes(32);
        Instant now = clock.instant();
        database.write(handle -> {
            SessionDao dao = handle.attach(SessionDao.class);
            if (before != null) {
                dao.delete(Vault.digest(before));
            }
            UUID person = Persons.arrive(handle, identity, now);
            dao.insert(
                    digest,
                    Ids.next(),
                    person,
                    identity.tenantId(),
                    Persons.domain(identity),
                    Role.join(identity.roles()),
                    csrfSecret,
                    identity.providerSession(),
                    device,
                    now,
                    now.plus(config.sessionLength()));
            if (identity.idToken().getBytes(StandardCharsets.UTF_8).length < LONGEST_TOKEN) {
                dao.insertToken(digest, vault.seal(TOKEN, identity.idToken()));
            }
            return null;
        });
        return secret;
    }

    /** Ends a session; gives the ID token it began with, to tell the provider. */
    Optional<String> end(String cookie) {
        byte[] digest = Vault.digest(cookie);
        return database.write(handle -> {
                    SessionDao dao = handle.attach(SessionDao.class);
                    Optional<byte[]> token = dao.token(digest);
                    dao.delete(digest);
                    return token;
                })
                .flatMap(token -> vault.tryOpen(TOKEN, token));
    }

    /** Somebody's sessions that go on, the one used last first. */
    List<Session> of(UUID person) {
        Instant now = clock.instant();
        return database.read(SessionDao.class, dao -> dao.ofPerson(person, now, now.minus(config.sessionIdle())));
    }

    /** Ends one of somebody's own sessions. */
    boolean end(UUID person, UUID session) {
        return database.write(handle -> handle.attach(SessionDao.class).delete(person, session)) == 1;
    }

    /** Ends all sessions of somebody but the one of this cookie. */
    void endOthers(UUID person, String cookie) {
        database.write(handle -> handle.attach(SessionDao.class).deleteOthers(person, Vault.digest(cookie)));
    }

    /** Ends what has ended at the provider. */
    void end(OpenIdClient.EndedSession ended) {
        Instant latest = ended.saidAt().plus(CLOCKS_APART);
        database.write(handle -> {
            SessionDao dao = handle.attach(SessionDao.class);
            return ended.session() == null
                    ? dao.deleteOfSubject(ended.issuer(), ended.subject(), latest)
                    : dao.deleteOfProvider(ended.issuer(), ended.session(), latest);
        });
    }

    /** Deletes what has ended. */
    public void forgetEnded() {
        Instant now = clock.instant();
        forget(dao -> dao.deleteEnded(now));
        forget(dao -> dao.deleteIdle(now.minus(config.sessionIdle())));
        forget(dao -> dao.deleteEndedAttempts(now));
    }

    /** A thousand rows a transaction, until fewer are left. */
    private void forget(ToIntFunction<SessionDao> delete) {
        int deleted;
        do {
            deleted = database.write(handle -> delete.applyAsInt(handle.attach(SessionDao.class)));
        } while (deleted == BATCH);
    }
}
