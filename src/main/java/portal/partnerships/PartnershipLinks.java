package portal.partnerships;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;

/**
 * Links a partner may hand out: each organization of the other side that follows one can accept a partnership. Only the
 * digest of a link is kept, so it is shown once; a new link is the end of the old one.
 */
public final class PartnershipLinks {
    /** How long a link works. */
    public static final Duration TIME = Duration.ofDays(30);

    private final Database database;
    private final Vault vault;
    private final Config config;
    private final Partnerships partnerships;

    /** Kept in the database. */
    public PartnershipLinks(Database database, Vault vault, Config config, Partnerships partnerships) {
        this.database = database;
        this.vault = vault;
        this.config = config;
        this.partnerships = partnerships;
    }

    /** The visitor's organization's link of a side, when one works. */
    Optional<PartnershipLink> own(Visitor visitor, Side side, Instant now) {
        PartnerId home = new PartnerId(visitor.home().id());
        return database.read(PartnershipLinkDao.class, dao -> dao.own(home, side, now));
    }

    /** Makes a link, whose address is given; the one before is dead. */
    String make(Visitor visitor, Side side, Instant now) {
        PartnerId home = new PartnerId(visitor.home().id());
        String secret = vault.secret();
        database.write(handle -> {
            PartnershipLinkDao dao = handle.attach(PartnershipLinkDao.class);
            dao.kill(home, side, now);
            dao.insert(Vault.digest(secret), home, side, visitor.personId(), now, now.plus(TIME));
            Activity.of(Action.PARTNERSHIP_LINK_MADE, visitor.personId(), null, null)
                    .log(handle, home.value(), now);
            return null;
        });
        return config.baseUrl() + PartnershipLinkRoutes.pathOf(secret);
    }

    /** Makes the link of a side stop working; whether there was one. */
    boolean kill(Visitor visitor, Side side, Instant now) {
        PartnerId home = new PartnerId(visitor.home().id());
        return database.write(handle -> {
            boolean killed = handle.attach(PartnershipLinkDao.class).kill(home, side, now) == 1;
            if (killed) {
                Activity.of(Action.PARTNERSHIP_LINK_REVOKED, visitor.personId(), null, null)
                        .log(handle, home.value(), now);
            }
            return killed;
        });
    }

    /** What somebody at a link gets to see. */
    LinkVisit visit(String secret, Optional<Visitor> visitor, Instant now) {
        return database.read(handle -> LinkVisit.of(handle, Vault.digest(secret), visitor, now));
    }

    /**
     * Accepts for the visitor's organization.
     *
     * @return whether there is a partnership now; not when the link or the two organizations do not allow it any more
     */
    boolean accept(Visitor visitor, String secret, Statement statement, Instant now) {
        try {
            return database.write(handle -> acceptOnce(handle, visitor, Vault.digest(secret), statement, now));
        } catch (RuntimeException failure) {
            // somebody asked or accepted at the same moment; the link says how it stands
            if (Failure.of(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }

    private boolean acceptOnce(Handle handle, Visitor visitor, byte[] digest, Statement statement, Instant now) {
        LinkVisit visit = LinkVisit.of(handle, digest, Optional.of(visitor), now);
        if (visit.verdict() != LinkVerdict.DECIDE
                || handle.attach(PartnershipLinkDao.class).count(digest, now) == 0) {
            return false;
        }
        Partnership asked = visit.open().orElseGet(() -> asked(handle, visit.link(), visitor));
        Organization home = Organizations.find(handle, visitor.home().id()).orElseThrow();
        return partnerships.accepted(handle, asked, visitor, home, visit.asking(), statement, now);
    }

    /** The link was the question. */
    private static Partnership asked(Handle handle, PartnershipLink link, Visitor visitor) {
        Partnership asked = Partnerships.between(
                link.side(), link.organizationId().value(), visitor.home().id(), link.madeBy(), link.madeAt());
        handle.attach(PartnershipDao.class).insert(asked);
        return asked;
    }
}
