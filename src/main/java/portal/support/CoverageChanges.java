package portal.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.web.Refusal;

/**
 * Changes the contact of many subscriptions: they are written down as they were seen, looked over, and then changed a few
 * at a time, each only while it is as it was seen. Carrying it out again goes on where it stopped.
 */
public final class CoverageChanges {
    /** Subscriptions of one change. */
    public static final int MOST = 1_000;

    private static final int AT_ONCE = 40;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Designating designating;

    /** Kept in the database. */
    public CoverageChanges(Database database, Designating designating) {
        this.database = database;
        this.designating = designating;
    }

    /** Writes down subscriptions whose contact the partner chooses; empty when there is none among them. */
    Optional<UUID> begin(Visitor visitor, List<UUID> subscriptions, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        return database.write(handle -> {
            List<CoverageChangeDao.Chosen> chosen = new ArrayList<>();
            for (Supported row : new CoverageQuery(handle, partner, CoverageFilter.ALL).rows(subscriptions)) {
                if (row.sellerId() != null && row.chosenBy(partner)) {
                    chosen.add(
                            new CoverageChangeDao.Chosen(chosen.size() + 1, row.id(), row.version(), row.contactId()));
                }
            }
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            UUID id = Ids.next();
            CoverageChangeDao dao = handle.attach(CoverageChangeDao.class);
            dao.insert(id, partner, visitor.personId(), now, now.plus(KEPT));
            dao.insertRows(id, chosen);
            return Optional.of(id);
        });
    }

    /** A change of the partner's; 404 for any other. */
    CoverageChange find(PartnerId partner, UUID id) {
        return database.read(CoverageChangeDao.class, dao -> dao.find(partner, id))
                .orElseThrow(Refusal::notFound);
    }

    /** Its subscriptions, with what would become of them. */
    List<CoverageChangeRow> rows(CoverageChange change, UUID wanted) {
        return database.read(CoverageChangeDao.class, dao -> dao.rows(change.id(), wanted));
    }

    /** Who may support some of them. */
    List<CoverageChangeDao.Offer> offers(CoverageChange change, PartnerId partner) {
        return database.read(CoverageChangeDao.class, dao -> dao.offers(change.id(), partner));
    }

    /** Does it, or goes on with it; what was confirmed first counts. */
    void carryOut(Visitor visitor, CoverageChange seen, UUID contact, String reference, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        database.write(handle -> handle.attach(CoverageChangeDao.class).confirm(seen.id(), contact, reference));
        CoverageChange change = find(partner, seen.id());
        boolean more = !change.done();
        while (more) {
            more = database.write(handle -> some(handle, visitor, change, now) == AT_ONCE);
        }
        database.write(handle -> {
            if (handle.attach(CoverageChangeDao.class).finish(change.id()) == 1) {
                tell(handle, visitor, change, now);
            }
            return null;
        });
    }

    private int some(Handle handle, Visitor visitor, CoverageChange change, Instant now) {
        CoverageChangeDao dao = handle.attach(CoverageChangeDao.class);
        PartnerId partner = new PartnerId(visitor.home().id());
        List<CoverageChangeDao.Chosen> undone = dao.undone(change.id(), AT_ONCE);
        Map<UUID, Supported> rows = new HashMap<>();
        new CoverageQuery(handle, partner, CoverageFilter.ALL)
                .rows(undone.stream()
                        .map(CoverageChangeDao.Chosen::subscription)
                        .toList())
                .forEach(row -> rows.put(row.id(), row));
        for (CoverageChangeDao.Chosen one : undone) {
            if (dao.claim(change.id(), one.number(), ChoiceOutcome.GONE) == 1) {
                Supported row = rows.get(one.subscription());
                if (row != null) {
                    dao.came(change.id(), one.number(), change(handle, visitor, row, one, change, now));
                }
            }
        }
        return undone.size();
    }

    private ChoiceOutcome change(
            Handle handle,
            Visitor visitor,
            Supported row,
            CoverageChangeDao.Chosen seen,
            CoverageChange change,
            Instant now) {
        UUID contact = row.sellerId().equals(change.contactId()) ? null : change.contactId();
        Choice choice = new Choice(row.id(), contact, change.agreementReference(), seen.version());
        boolean same = new Choice(row.id(), contact, row.agreementReference(), seen.version()).same(row);
        return same ? ChoiceOutcome.UNCHANGED : designating.change(handle, visitor, row, choice, now);
    }

    private void tell(Handle handle, Visitor visitor, CoverageChange change, Instant now) {
        String name = change.contactId() == null
                ? visitor.home().name()
                : Organizations.find(handle, change.contactId())
                        .map(Organization::legalName)
                        .orElseThrow();
        Designating.Told told = new Designating.Told(name);
        handle.attach(CoverageChangeDao.class).rows(change.id(), change.contactId()).stream()
                .filter(row -> row.outcome() == ChoiceOutcome.DONE)
                .forEach(row -> told.add(
                        Designating.present(row.previousId(), row.sellerId()),
                        Designating.present(change.contactId(), row.sellerId()),
                        row.label() + " – " + row.customerName()));
        designating.tell(handle, visitor, told, Optional.empty(), now);
    }

    /** Forgets changes of 30 days ago; a job calls it. */
    public void forget(Instant now) {
        while (database.write(handle -> handle.attach(CoverageChangeDao.class).forget(now)) == 1) {
            // one at a time, because each has up to a thousand rows
        }
    }
}
