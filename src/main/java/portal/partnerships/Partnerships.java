package portal.partnerships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;

/** What providers and resellers do with their partnerships. */
public final class Partnerships {
    private final Database database;
    private final Outbox outbox;
    private final PartnershipEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Partnerships(Database database, Outbox outbox, PartnershipEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** A partnership of a partner, whatever became of it. */
    public Optional<Partnership> find(PartnerId partner, UUID id) {
        return database.read(handle -> find(handle, partner, id));
    }

    /** The same, among other reads. */
    public static Optional<Partnership> find(Handle handle, PartnerId partner, UUID id) {
        return handle.attach(PartnershipDao.class).find(partner, id);
    }

    /** The active partnership of a provider and a reseller. */
    public static Optional<Partnership> active(Handle handle, PartnerId provider, PartnerId reseller) {
        return handle.attach(PartnershipDao.class).open(provider, reseller).filter(Partnership::active);
    }

    /** Names of a reseller's providers, at most a hundred. */
    public static List<String> providers(Handle handle, PartnerId reseller) {
        return handle.attach(PartnershipDao.class).providers(reseller);
    }

    /** Whether a partnership is active now. */
    public static boolean active(Handle handle, UUID partnership) {
        return handle.attach(PartnershipDao.class).active(partnership) > 0;
    }

    /**
     * Counts an active partnership as touched, so that its ending at the same moment sees it or loses: every joint
     * invitation, joint acceptance and order on a reseller's behalf calls this, and goes on only on true.
     */
    public static boolean touch(Handle handle, UUID partnership) {
        return handle.attach(PartnershipDao.class).touch(partnership) > 0;
    }

    /** What came of a request. */
    public record Asked(Optional<Partnership> partnership, Optional<Obstacle> obstacle, boolean now) {}

    /** What stands between the visitor's organization and another one; empty for nothing. */
    Optional<Obstacle> obstacle(Visitor visitor, Side side, Organization other) {
        return database.read(handle -> Obstacle.between(handle, home(handle, visitor), side, other));
    }

    private static Organization home(Handle handle, Visitor visitor) {
        return Organizations.find(handle, visitor.home().id()).orElseThrow();
    }

    /** Asks another organization, unless there is an open partnership already. */
    public Asked ask(Visitor visitor, Side side, Organization other, Instant now) {
        try {
            return database.write(handle -> askOnce(handle, visitor, side, other, now));
        } catch (RuntimeException failure) {
            // the other side asked at the same moment, or the form was sent twice
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return new Asked(database.read(handle -> open(handle, visitor, side, other)), Optional.empty(), false);
        }
    }

    private Asked askOnce(Handle handle, Visitor visitor, Side side, Organization other, Instant now) {
        Organization home = home(handle, visitor);
        Optional<Partnership> open = open(handle, visitor, side, other);
        Optional<Obstacle> obstacle = Obstacle.between(handle, home, side, other);
        if (open.isPresent() || obstacle.isPresent()) {
            return new Asked(open, open.isPresent() ? Optional.empty() : obstacle, false);
        }
        Partnership asked = between(side, home.id(), other.id(), visitor.personId(), now);
        handle.attach(PartnershipDao.class).insert(asked);
        log(handle, Action.PARTNERSHIP_ASKED, visitor.personId(), home, other, now);
        emails.asked(asked, visitor, home, other).forEach(email -> outbox.add(handle, email, now));
        return new Asked(Optional.of(asked), Optional.empty(), true);
    }

    private static Optional<Partnership> open(Handle handle, Visitor visitor, Side side, Organization other) {
        Partnership pair = between(side, visitor.home().id(), other.id(), visitor.personId(), Instant.EPOCH);
        return handle.attach(PartnershipDao.class).open(pair.providerId(), pair.resellerId());
    }

    /** A new one, asked by an organization on a side. */
    static Partnership between(Side side, UUID asking, UUID other, UUID person, Instant now) {
        boolean provider = side == Side.PROVIDER;
        return new Partnership(
                Ids.next(),
                new PartnerId(provider ? asking : other),
                new PartnerId(provider ? other : asking),
                side,
                person,
                now,
                PartnershipState.ASKED,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    /** Both organizations may read it, each with the name of the other. */
    static void log(Handle handle, Action action, UUID person, Organization one, Organization other, Instant now) {
        Activity.of(action, person, null, other.legalName()).log(handle, one.id(), now);
        Activity.of(action, person, null, one.legalName()).log(handle, other.id(), now);
    }

    /** What came of an acceptance. */
    public enum Acceptance {
        DONE,
        /** It is not asked any more, or it is the visitor's own side that asked. */
        NOT_NOW,
        /** Something stands between the two by now. */
        OBSTACLE
    }

    /** Accepts what the other side asked, with the statement that was shown. */
    public Acceptance accept(Visitor visitor, Partnership seen, Statement statement, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        Side side = seen.sideOf(partner);
        if (!seen.awaits(side)) {
            return Acceptance.NOT_NOW;
        }
        return database.write(handle -> {
            Organization home = home(handle, visitor);
            Organization other =
                    Organizations.find(handle, seen.on(side.other()).value()).orElseThrow();
            if (Obstacle.between(handle, home, side, other).isPresent()) {
                return Acceptance.OBSTACLE;
            }
            return accepted(handle, seen, visitor, home, other, statement, now) ? Acceptance.DONE : Acceptance.NOT_NOW;
        });
    }

    /** The conditional UPDATE decides; called in the transaction of the acceptance. */
    boolean accepted(
            Handle handle,
            Partnership asked,
            Visitor visitor,
            Organization home,
            Organization other,
            Statement statement,
            Instant now) {
        UUID person = visitor.personId();
        int rows = handle.attach(PartnershipDao.class)
                .accept(asked.id(), person, statement.version(), statement.language(), statement.digest(), now);
        if (rows == 0) {
            return false;
        }
        log(handle, Action.PARTNERSHIP_ACCEPTED, person, home, other, now);
        emails.accepted(handle, asked, visitor, home, other).forEach(email -> outbox.add(handle, email, now));
        return true;
    }

    /** Says no to what the other side asked, or takes back what the own side asked. */
    boolean close(Visitor visitor, Partnership seen, PartnershipState to, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        Side side = seen.sideOf(partner);
        if (seen.state() != PartnershipState.ASKED || seen.awaits(side) != (to == PartnershipState.DECLINED)) {
            return false;
        }
        Action action = to == PartnershipState.DECLINED ? Action.PARTNERSHIP_DECLINED : Action.PARTNERSHIP_WITHDRAWN;
        UUID person = visitor.personId();
        return database.write(handle -> {
            int rows = handle.attach(PartnershipDao.class)
                    .close(seen.id(), PartnershipState.ASKED, to, side, person, null, now);
            if (rows == 1) {
                Organization other = Organizations.find(
                                handle, seen.on(side.other()).value())
                        .orElseThrow();
                log(handle, action, person, home(handle, visitor), other, now);
            }
            return rows == 1;
        });
    }

    /**
     * Ends an active partnership; only the organization that ends it is told, by its own log.
     *
     * @param reason null for none
     * @return whether it ended now; not when somebody else was quicker
     */
    public boolean end(Visitor visitor, Partnership seen, String reason, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        Side side = seen.sideOf(partner);
        return database.write(handle -> {
            int rows = handle.attach(PartnershipDao.class)
                    .close(
                            seen.id(),
                            PartnershipState.ACTIVE,
                            PartnershipState.ENDED,
                            side,
                            visitor.personId(),
                            reason,
                            now);
            if (rows == 1) {
                Organization other = Organizations.find(
                                handle, seen.on(side.other()).value())
                        .orElseThrow();
                Activity.of(Action.PARTNERSHIP_ENDED, visitor.personId(), null, other.legalName())
                        .changing(null, reason)
                        .log(handle, partner.value(), now);
            }
            return rows == 1;
        });
    }
}
