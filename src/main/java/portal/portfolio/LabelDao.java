package portal.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface LabelDao {
    /** The alias of a row, null for none, and the row's version. */
    record Alias(String alias, int version) {}

    @SqlQuery("select alias, version from portfolio_entry where partner_id = :partner and id = :entry")
    Optional<Alias> alias(PartnerId partner, UUID entry);

    @SqlQuery(
            """
            select substr(label, 5) from portfolio_label where entry_id = :entry and label like 'tag:%' order by label
            """)
    List<String> tags(UUID entry);

    @SqlUpdate(
            """
            update portfolio_entry set alias = :alias, version = version + 1
            where partner_id = :partner and id = :entry and version = :version
            """)
    int setAlias(PartnerId partner, UUID entry, String alias, int version);

    @SqlUpdate(
            """
            insert ignore into portfolio_label (partner_id, label, name_key, since, entry_id, state)
            select partner_id, :label, name_key, since, id, state from portfolio_entry
            where partner_id = :partner and customer_id = :customer and capacity = :capacity
              and state = 'active'
            """)
    int insert(PartnerId partner, Capacity capacity, CustomerId customer, String label);

    @SqlUpdate(
            """
            delete l from portfolio_label l join portfolio_entry e on e.id = l.entry_id
            where e.partner_id = :partner and e.customer_id = :customer and l.label = :label
            """)
    int delete(PartnerId partner, CustomerId customer, String label);
}
