package portal.support;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;

/**
 * Finds choices that no longer count, and those that count again. Pages compute that themselves; here it is told, once,
 * and marked on the customer's row. One run looks at so many choices, and the next one goes on behind them, so that a run
 * costs the same however many there are.
 */
public final class Watch {
    static final int AT_ONCE = 1_000;

    private static final UUID BEGINNING = new UUID(0, 0);

    private final Database database;
    private final Outbox outbox;
    private final SupportEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Watch(Database database, Outbox outbox, SupportEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** Looks at the next choices; a job calls it. */
    public void next(Instant now) {
        UUID from = database.read(DesignationDao.class, DesignationDao::reached);
        List<DesignationDao.Watched> some = database.read(DesignationDao.class, dao -> dao.watchedAfter(from, AT_ONCE));
        for (DesignationDao.Watched watched : some) {
            if (watched.stale()) {
                database.write(handle -> {
                    handle.attach(DesignationDao.class)
                            .watched(watched.id())
                            .ifPresent(one -> settle(handle, one, now));
                    return null;
                });
            }
        }
        UUID to = some.size() < AT_ONCE ? BEGINNING : some.get(AT_ONCE - 1).id();
        database.write(handle -> handle.attach(DesignationDao.class).reach(from, to));
    }

    /** Looks at all choices of a customer at once, where it is known that something has changed. */
    public void look(Handle handle, CustomerId customer, Instant now) {
        handle.attach(DesignationDao.class).watchedOf(customer).stream()
                .filter(DesignationDao.Watched::stale)
                .forEach(watched -> settle(handle, watched, now));
    }

    private void settle(Handle handle, DesignationDao.Watched watched, Instant now) {
        DesignationDao dao = handle.attach(DesignationDao.class);
        if (watched.ended()) {
            dao.end(watched.subscriptionId(), now);
            mark(handle, watched);
            return;
        }
        Coverage before = watched.coverage();
        Coverage found = watched.found();
        if (before != found && dao.cover(watched.id(), before, found, found.fallsBack() ? now : null) == 0) {
            // another node has found it
            return;
        }
        mark(handle, watched);
        if (before.fallsBack() != found.fallsBack()) {
            log(handle, watched, found, now);
            if (found.fallsBack()) {
                tell(handle, watched, now);
            }
        }
    }

    /** The seller's row needs attention as long as one of the customer's choices does not count. */
    private static void mark(Handle handle, DesignationDao.Watched watched) {
        PartnerId seller = watched.sellerId();
        if (seller == null) {
            return;
        }
        if (handle.attach(DesignationDao.class).lost(seller, watched.customerId()) > 0) {
            Portfolio.needsAttention(
                    handle, seller, watched.sellerCapacity(), watched.customerId(), Attention.SUPPORT_CONTACT_LOST);
        } else {
            Portfolio.settled(
                    handle, seller, watched.sellerCapacity(), watched.customerId(), Attention.SUPPORT_CONTACT_LOST);
        }
    }

    private static void log(Handle handle, DesignationDao.Watched watched, Coverage found, Instant now) {
        String contact = name(handle, watched.contactId()).orElse(null);
        String seller = watched.sellerId() == null
                ? null
                : name(handle, watched.sellerId().value()).orElse(null);
        boolean lost = found.fallsBack();
        Activity deed = Activity.of(
                        lost ? Action.SUPPORT_CONTACT_LOST : Action.SUPPORT_CONTACT_REGAINED,
                        null,
                        watched.customerId().value(),
                        watched.productName())
                .about(watched.subscriptionId())
                .changing(lost ? contact : seller, lost ? seller : contact);
        both(watched).forEach(organization -> deed.log(handle, organization, now));
    }

    private void tell(Handle handle, DesignationDao.Watched watched, Instant now) {
        String contact = name(handle, watched.contactId()).orElse("");
        String customer = name(handle, watched.customerId().value()).orElse("");
        String seller = watched.sellerId() == null
                ? "–"
                : name(handle, watched.sellerId().value()).orElse("–");
        for (UUID id : both(watched)) {
            SupportEmails.News news = new SupportEmails.News(
                    "support-lost",
                    contact,
                    seller,
                    List.of(watched.productName() + " – " + customer),
                    watched.eligibility().obstacles(),
                    null,
                    Designating.page(handle, id, watched.customerId()));
            emails.tell(handle, Organizations.find(handle, id).orElseThrow(), news)
                    .forEach(email -> outbox.add(handle, email, now));
        }
    }

    private static Set<UUID> both(DesignationDao.Watched watched) {
        Set<UUID> sides = new LinkedHashSet<>();
        if (watched.sellerId() != null) {
            sides.add(watched.sellerId().value());
        }
        sides.add(watched.contactId());
        return sides;
    }

    private static Optional<String> name(Handle handle, UUID organization) {
        return Organizations.find(handle, organization).map(Organization::legalName);
    }
}
