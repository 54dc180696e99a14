package portal.lookup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.web.FormErrors;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioHits;
import portal.portfolio.PortfolioOrder;
import portal.portfolio.PortfolioState;

/** Finds a partner's own customers by what somebody on the phone says; those of others are as if they did not exist. */
public final class LookUps {
    private static final int KEPT = 20;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Database database;
    private final Portfolio portfolio;

    /** Finds customers in the portfolio, and the rest in the database. */
    public LookUps(Database database, Portfolio portfolio) {
        this.database = database;
        this.portfolio = portfolio;
    }

    /**
     * What was found.
     *
     * @param more whether a longer text might find further ones
     */
    record Found(List<Hit> hits, boolean more) {}

    /** By company, domain, tenant id, subscription, or the e-mail address of a person. */
    Found find(Visitor visitor, String text, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        if (ID.matcher(text).matches()) {
            return byId(partner, UUID.fromString(text));
        }
        int at = text.lastIndexOf('@');
        return at > 0 ? byAddress(visitor, partner, text, text.substring(at + 1), now) : byWords(partner, text);
    }

    private Found byWords(PartnerId partner, String words) {
        PortfolioHits hits = search(partner, words);
        return new Found(
                hits.entries().stream().map(entry -> new Hit(entry, null)).toList(), hits.more());
    }

    private PortfolioHits search(PartnerId partner, String words) {
        return portfolio.search(
                new PortfolioFilter(partner, Optional.of(PortfolioState.ACTIVE), Optional.empty(), PortfolioOrder.NAME),
                words);
    }

    private Found byId(PartnerId partner, UUID id) {
        return database.read(handle -> {
            UUID customer =
                    handle.attach(LookUpDao.class).customerOf(partner, id).orElse(id);
            return new Found(rows(handle, partner, customer, null), false);
        });
    }

    private static List<Hit> rows(Handle handle, PartnerId partner, UUID customer, Somebody somebody) {
        return Portfolio.find(handle, partner, new CustomerId(customer)).stream()
                .sorted(Comparator.comparing(PortfolioEntry::capacity))
                .map(entry -> new Hit(entry, somebody))
                .toList();
    }

    /** A person is found by the whole address, and with privileges only; else the domain finds the company. */
    private Found byAddress(Visitor visitor, PartnerId partner, String address, String domain, Instant now) {
        List<PortfolioEntry> entries = search(partner, domain).entries().stream()
                .filter(entry -> domain.toLowerCase(Locale.ROOT).equals(entry.domain()))
                .toList();
        List<UUID> tenants = entries.stream()
                .map(PortfolioEntry::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Somebody> people = tenants.isEmpty()
                ? List.of()
                : database.read(LookUpDao.class, dao -> people(dao, partner, tenants, address));
        people.forEach(somebody -> log(visitor, somebody, now));
        return new Found(
                entries.stream()
                        .map(entry -> new Hit(
                                entry,
                                people.stream()
                                        .filter(somebody -> somebody.tenantId().equals(entry.customerId()))
                                        .findFirst()
                                        .orElse(null)))
                        .filter(hit -> people.isEmpty() || hit.somebody() != null)
                        .toList(),
                false);
    }

    /** Users are looked for first; who only signed in is known by the address. */
    private static List<Somebody> people(LookUpDao dao, PartnerId partner, List<UUID> tenants, String address) {
        String signInName = FormErrors.asciiEmail(address).toLowerCase(Locale.ROOT);
        List<Somebody> users = dao.users(partner, tenants, signInName);
        return users.isEmpty() ? dao.people(partner, tenants, address) : users;
    }

    private void log(Visitor visitor, Somebody somebody, Instant now) {
        database.write(handle -> {
            Activity.of(Action.PERSON_LOOKED_UP, visitor.personId(), somebody.tenantId(), somebody.email())
                    .log(handle, visitor.home().id(), now);
            return null;
        });
    }

    /** Keeps in mind whom a person has looked up; the last twenty. */
    void remember(Visitor visitor, UUID entry, Instant now) {
        database.write(handle -> {
            LookUpDao dao = handle.attach(LookUpDao.class);
            dao.remember(visitor.personId(), entry, now);
            dao.forgetBut(visitor.personId(), KEPT);
            return null;
        });
    }

    /** Customers a person has looked up, the last one first; those that are open to the partner. */
    public List<Recent> recent(Visitor visitor, int most) {
        PartnerId partner = new PartnerId(visitor.home().id());
        return database.read(LookUpDao.class, dao -> dao.recent(visitor.personId(), partner, most));
    }
}
