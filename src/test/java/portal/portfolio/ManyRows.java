package portal.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Language;

/** Fills the Customers page of a new partner. */
public final class ManyRows {
    /** When the first customer came; each further one came an hour later. */
    public static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private static final int AT_ONCE = 1000;
    private static final List<String> TOWNS = List.of("Čáslav", "Dobříš", "Łódź", "Győr", "Żory", "Eger", "Znojmo");

    private final Database database;

    /** Rows of a database. */
    public ManyRows(Database database) {
        this.database = database;
    }

    /** A new partner with so many customers; every tenth is invited, every hundredth needs attention. */
    public PartnerId partner(String name, int customers) {
        PartnerId partner = new PartnerId(Ids.next());
        database.write(handle -> {
            Organizations.addPartner(handle, organization(partner, name), List.of(Capacity.DIRECT_BILL), FIRST);
            return null;
        });
        add(partner, customers);
        return partner;
    }

    /** So many customers for a partner that is there. */
    public void add(PartnerId partner, int customers) {
        for (int from = 0; from < customers; from += AT_ONCE) {
            int first = from;
            int end = Math.min(customers, from + AT_ONCE);
            database.write(handle -> {
                insert(handle, partner, first, end);
                return null;
            });
        }
    }

    /** Gives every so many of a partner's rows a label, from a row on; gives the label. */
    public String label(PartnerId partner, String label, int every) {
        database.write(handle -> handle.execute(
                """
                insert into portfolio_label (partner_id, label, name_key, since, entry_id, state)
                select partner_id, ?, name_key, since, id, state
                from (select e.*, row_number() over (order by e.since) as place from portfolio_entry e
                      where e.partner_id = ?) numbered
                where place mod ? = 0
                """,
                label,
                partner,
                every));
        return label;
    }

    /** Grants or removes the privileges of every so many active customers. */
    public void delegatedAdmin(PartnerId partner, DelegatedAdminState state, int every) {
        database.write(handle -> handle.execute(
                """
                update portfolio_entry e
                  join (select id, row_number() over (order by since) as place from portfolio_entry
                        where partner_id = ? and state = 'active') numbered on numbered.id = e.id
                set e.dap = ? where place mod ? = 0
                """,
                partner,
                state.code(),
                every));
    }

    private static void insert(Handle handle, PartnerId partner, int from, int end) {
        PreparedBatch entries = handle.prepareBatch(
                """
                insert into portfolio_entry
                  (id, partner_id, capacity, customer_id, invitation_id, name, name_key, domain, country, state, dap, attention,
                   invited_until, since)
                values
                  (:id, :partner, 'direct-bill', :customer, :invitation, :name, :key, :domain, 'CZ', :state, 'none', :attention,
                   :until, :since)
                """);
        PreparedBatch tokens = handle.prepareBatch(
                "insert into portfolio_token (partner_id, token, entry_id) values (:partner, :token, :id)");
        for (int number = from; number < end; number++) {
            UUID id = Ids.next();
            String name = name(number);
            String domain = "firma" + number + ".example";
            boolean invited = number % 10 == 9;
            entries.bind("id", id)
                    .bind("partner", partner)
                    .bind("customer", invited ? null : Ids.next())
                    .bind("invitation", invited ? Ids.next() : null)
                    .bind("until", invited ? FIRST.plus(Duration.ofHours(number + 720L)) : null)
                    .bind("name", name)
                    .bind("key", SortKeys.of(Language.CS, name))
                    .bind("domain", domain)
                    .bind("state", invited ? PortfolioState.INVITED : PortfolioState.ACTIVE)
                    .bind("attention", number % 100 == 0 ? Attention.DECLINED : null)
                    .bind("since", FIRST.plus(Duration.ofHours(number)))
                    .add();
            for (String token : Tokens.of(name, domain)) {
                tokens.bind("partner", partner)
                        .bind("token", token)
                        .bind("id", id)
                        .add();
            }
        }
        entries.execute();
        tokens.execute();
        handle.execute(
                """
                insert ignore into portfolio_label (partner_id, label, name_key, since, entry_id, state)
                select partner_id, l.label, name_key, since, id, state
                from portfolio_entry join (select 'attention' as label union select 'attention:declined') l
                where partner_id = ? and attention is not null
                """,
                partner);
    }

    /** Names repeat seven times in a row of towns, so that the order is not that of coming. */
    private static String name(int number) {
        return TOWNS.get(number % TOWNS.size()) + " " + Integer.toString(number * 7919 % 46_656, 36) + " s.r.o.";
    }

    private static Organization organization(PartnerId partner, String name) {
        return new Organization(
                partner.value(),
                OrganizationKind.PARTNER,
                OrganizationState.ACTIVE,
                name,
                "partner.example",
                true,
                "CZ",
                null,
                Cloud.PUBLIC,
                "Na Poříčí 31",
                null,
                "Praha",
                null,
                "110 00",
                null,
                null,
                null,
                Language.CS,
                "Europe/Prague");
    }
}
