package portal.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;

/** What a partner calls its customers besides, what it sorts them by, and through whom a provider serves them. */
public final class CustomerLabels {
    private final Database database;

    /** Kept in the database. */
    public CustomerLabels(Database database) {
        this.database = database;
    }

    /**
     * Alias and tags of one row.
     *
     * @param alias empty for none
     * @param version of the row
     */
    public record Labels(String alias, List<String> tags, int version) {
        boolean says(Labels other) {
            return alias.equals(other.alias) && Set.copyOf(tags).equals(Set.copyOf(other.tags));
        }

        /** The tags in one line. */
        public String line() {
            return String.join(", ", tags);
        }
    }

    /** Alias and tags of a row of the partner. */
    public static Labels find(Handle handle, PartnerId partner, UUID entry) {
        LabelDao dao = handle.attach(LabelDao.class);
        LabelDao.Alias alias = dao.alias(partner, entry).orElseThrow();
        return new Labels(alias.alias() == null ? "" : alias.alias(), dao.tags(entry), alias.version());
    }

    /**
     * Gives a row an alias and tags instead of those it has.
     *
     * @param labels with the version they were edited from
     * @param customer whose row it is
     * @return whether they are kept; not when the row has changed since, unless it has these already
     */
    public boolean save(Visitor visitor, UUID entry, UUID customer, Labels labels, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        return database.write(handle -> {
            Labels before = find(handle, partner, entry);
            if (before.says(labels)) {
                return true;
            }
            // what can be filtered by changes
            Organizations.touch(handle, partner);
            LabelDao dao = handle.attach(LabelDao.class);
            String alias = labels.alias().isEmpty() ? null : labels.alias();
            if (dao.setAlias(partner, entry, alias, labels.version()) == 0) {
                return false;
            }
            relabel(handle, partner, entry, labels);
            log(handle, visitor, customer, before, find(handle, partner, entry), now);
            return true;
        });
    }

    private static void relabel(Handle handle, PartnerId partner, UUID entry, Labels labels) {
        PortfolioDao rows = handle.attach(PortfolioDao.class);
        rows.deleteLabel(entry, "tag");
        labels.tags().forEach(tag -> rows.insertLabel(entry, PortfolioFilter.TAG + tag));
        PortfolioEntry row = rows.find(partner, entry).orElseThrow();
        rows.deleteTokens(entry);
        rows.insertTokens(partner, Tokens.of(row.name(), row.domain(), row.alias()), entry);
    }

    private static void log(Handle handle, Visitor visitor, UUID customer, Labels before, Labels after, Instant now) {
        if (!before.alias().equals(after.alias())) {
            Activity.of(Action.ALIAS_CHANGED, visitor.personId(), customer, null)
                    .changing(orNull(before.alias()), orNull(after.alias()))
                    .log(handle, visitor.home().id(), now);
        }
        if (!before.tags().equals(after.tags())) {
            Activity.of(Action.TAGS_CHANGED, visitor.personId(), customer, null)
                    .changing(orNull(before.line()), orNull(after.line()))
                    .log(handle, visitor.home().id(), now);
        }
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /** A provider's customer is served through one of its resellers, so the provider can list them by it. */
    public static void servedThrough(Handle handle, PartnerId provider, CustomerId customer, PartnerId reseller) {
        insert(handle, provider, Capacity.INDIRECT_PROVIDER, customer, PortfolioFilter.reseller(reseller));
    }

    /** A reseller's customer is served together with one of its providers, so the reseller can list them by it. */
    public static void servedWith(Handle handle, PartnerId reseller, CustomerId customer, PartnerId provider) {
        insert(handle, reseller, Capacity.INDIRECT_RESELLER, customer, PortfolioFilter.provider(provider));
    }

    private static void insert(Handle handle, PartnerId partner, Capacity capacity, CustomerId customer, String label) {
        if (handle.attach(LabelDao.class).insert(partner, capacity, customer, label) > 0) {
            Organizations.touch(handle, partner);
        }
    }

    /** A provider's customer is served through the reseller no more. */
    public static void notServedThrough(Handle handle, PartnerId provider, CustomerId customer, PartnerId reseller) {
        if (handle.attach(LabelDao.class).delete(provider, customer, PortfolioFilter.RESELLER + reseller) > 0) {
            Organizations.touch(handle, provider);
        }
    }
}
