package portal.customers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/**
 * What can be chosen on the Customers pages of organizations seen lately. It changes seldom and costs a statement, so it
 * is kept together with the organization's version, which every request reads with the session: whoever saves a view or
 * a tag, on whatever node, counts that up, and the next page reads anew. The time limit is for what counts nothing up: a
 * partner's name.
 */
final class ChoicesInUse {
    private static final int ORGANIZATIONS = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Database database;
    private final Cache<Key, Kept> kept = Caffeine.newBuilder()
            .maximumSize(ORGANIZATIONS)
            .expireAfterWrite(LONGEST)
            .build();

    private record Key(PartnerId partner, Language language) {}

    private record Kept(int version, ListChoices choices) {}

    ChoicesInUse(Database database) {
        this.database = database;
    }

    /** Of an organization, as it stands now. */
    ListChoices of(Visitor.Organization organization, Texts texts) {
        Key key = new Key(new PartnerId(organization.id()), texts.language());
        Kept found = kept.getIfPresent(key);
        if (found == null || found.version() != organization.version()) {
            found = new Kept(organization.version(), read(organization, texts));
            kept.put(key, found);
        }
        return found.choices();
    }

    private ListChoices read(Visitor.Organization organization, Texts texts) {
        PartnerId partner = new PartnerId(organization.id());
        boolean indirect = !organization.capacities().equals(Set.of(Capacity.DIRECT_BILL));
        return ListChoices.of(
                database.read(
                        SavedViewDao.class, dao -> indirect ? dao.choicesWithPartners(partner) : dao.choices(partner)),
                texts);
    }
}
