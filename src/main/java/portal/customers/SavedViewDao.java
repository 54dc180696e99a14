package portal.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface SavedViewDao {
    /** What somebody may choose on the Customers page: a view with its query, or a label with its name, if it has one. */
    record Choice(String kind, UUID id, String name, String value) {}

    String VIEWS_AND_TAGS =
            """
            select 'view' as kind, id, name, query as value from saved_view where organization_id = :partner
            union all
            select 'tag', null, null, l.label
            from (select distinct partner_id, label from portfolio_label
                  where partner_id = :partner and label like 'tag:%' limit 50) l
            """;

    @SqlQuery(VIEWS_AND_TAGS)
    List<Choice> choices(PartnerId partner);

    @SqlQuery(
            VIEWS_AND_TAGS
                    + """
            union all
            select 'reseller', null, o.legal_name, l.label
            from (select distinct partner_id, label from portfolio_label
                  where partner_id = :partner and label like 'reseller:%' limit 50) l
              join organization o on o.id = substr(l.label, 10)
            union all
            select 'provider', null, o.legal_name, l.label
            from (select distinct partner_id, label from portfolio_label
                  where partner_id = :partner and label like 'provider:%' limit 50) l
              join organization o on o.id = substr(l.label, 10)
            """)
    List<Choice> choicesWithPartners(PartnerId partner);

    @SqlQuery("select id, name, query from saved_view where organization_id = :partner order by name")
    List<SavedView> all(PartnerId partner);

    @SqlQuery("select id, name, query from saved_view where organization_id = :partner and id = :id")
    Optional<SavedView> find(PartnerId partner, UUID id);

    @SqlQuery("select id, name, query from saved_view where organization_id = :partner and name = :name")
    Optional<SavedView> named(PartnerId partner, String name);

    @SqlQuery("select slot from saved_view where organization_id = :partner order by slot")
    List<Integer> slots(PartnerId partner);

    @SqlUpdate(
            """
            insert into saved_view (id, organization_id, slot, name, query, created_by, created_at)
            values (:id, :partner, :slot, :name, :query, :person, :now)
            """)
    void insert(UUID id, PartnerId partner, int slot, String name, String query, UUID person, Instant now);

    @SqlUpdate("delete from saved_view where organization_id = :partner and id = :id")
    int delete(PartnerId partner, UUID id);
}
