package portal.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethodsList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.texts.Language;

interface PortfolioDao {
    String COLUMNS =
            """
            select e.id, e.capacity, e.customer_id, e.invitation_id, e.name, e.alias, e.domain, e.country, e.state,
              e.dap, e.attention, e.invited_until, e.since, e.acceptances
            from portfolio_entry e
            """;

    @SqlQuery(COLUMNS + "where e.partner_id = :partner and e.id = :id")
    Optional<PortfolioEntry> find(PartnerId partner, UUID id);

    @SqlQuery(COLUMNS + "where e.partner_id = :partner and e.customer_id = :customer and e.state = 'active'")
    List<PortfolioEntry> active(PartnerId partner, CustomerId customer);

    @SqlQuery(
            COLUMNS
                    + """
            where e.partner_id = :partner and e.customer_id = :customer and e.capacity = :capacity
              and e.state = 'active'
            """)
    Optional<PortfolioEntry> active(PartnerId partner, Capacity capacity, CustomerId customer);

    /** All rows of a customer, and the row of an invitation. */
    @SqlQuery(
            COLUMNS
                    + "where e.partner_id = :partner and e.customer_id = :customer union all "
                    + COLUMNS
                    + """
            where e.partner_id = :partner and e.invitation_id = :invitation and e.capacity = :capacity
              and (e.customer_id is null or e.customer_id <> :customer)
            """)
    List<PortfolioEntry> concerned(PartnerId partner, Capacity capacity, CustomerId customer, UUID invitation);

    /** The language a partner's rows are sorted in, and the name on its bills to a customer; null for its own name. */
    record Naming(Language language, String billedAs) {}

    @SqlQuery(
            """
            select o.language, b.name as billed_as
            from organization o left join bill_to b on b.partner_id = o.id and b.customer_id = :customer
            where o.id = :partner
            """)
    Naming naming(PartnerId partner, CustomerId customer);

    @SqlQuery(
            COLUMNS
                    + """
            where e.partner_id = :partner and e.invitation_id = :invitation and e.capacity = :capacity
            """)
    Optional<PortfolioEntry> ofInvitation(PartnerId partner, Capacity capacity, UUID invitation);

    @SqlQuery(
            COLUMNS
                    + """
              join portfolio_token t on t.entry_id = e.id
            where t.partner_id = :partner and t.token = :token and e.domain = :domain and e.capacity = :capacity
              and e.state = 'active'
            limit 1
            """)
    Optional<PortfolioEntry> activeWithDomain(PartnerId partner, Capacity capacity, String token, String domain);

    @SqlUpdate(
            """
            insert into portfolio_entry
              (id, partner_id, capacity, customer_id, invitation_id, name, name_key, domain, country, state, dap,
               attention, invited_until, since)
            values
              (:id, :partner, :capacity, :customer, :invitation, :name, :nameKey, :domain, :country, :state, :dap,
               :attention, :invitedUntil, :since)
            """)
    void insert(
            UUID id,
            PartnerId partner,
            Capacity capacity,
            UUID customer,
            UUID invitation,
            String name,
            byte[] nameKey,
            String domain,
            String country,
            PortfolioState state,
            DelegatedAdminState dap,
            Attention attention,
            Instant invitedUntil,
            Instant since);

    @SqlUpdate(
            """
            update portfolio_entry
            set customer_id = :customer, responsible = false, invitation_id = null, name = :name, name_key = :nameKey, domain = :domain,
              country = :country, state = 'active', dap = :dap, attention = null, invited_until = null, since = :since,
              version = version + 1
            where id = :id
            """)
    void activate(
            UUID id,
            CustomerId customer,
            String name,
            byte[] nameKey,
            String domain,
            String country,
            DelegatedAdminState dap,
            Instant since);

    @SqlUpdate(
            """
            update portfolio_entry set name = :name, name_key = :nameKey, domain = :domain, version = version + 1
            where id = :id
            """)
    void rename(UUID id, String name, byte[] nameKey, String domain);

    @SqlUpdate(
            """
            update portfolio_entry set invitation_id = :invitation, invited_until = :until, version = version + 1
            where id = :id
            """)
    void setInvitation(UUID id, UUID invitation, Instant until);

    @SqlUpdate(
            """
            update portfolio_entry set dap = if(:dap = 'none' and dap = 'removed', dap, :dap), version = version + 1
            where partner_id = :partner and customer_id = :customer and state <> 'invited'
            """)
    void setDelegatedAdmin(PartnerId partner, CustomerId customer, DelegatedAdminState dap);

    @SqlUpdate(
            """
            update portfolio_entry set invitation_id = null, invited_until = null, version = version + 1
            where id = :id and invitation_id = :invitation
            """)
    void clearInvitation(UUID id, UUID invitation);

    @SqlUpdate(
            """
            update portfolio_entry set acceptances = :acceptances, version = version + 1
            where partner_id = :partner and invitation_id = :invitation and capacity = :capacity
            """)
    void setAcceptances(PartnerId partner, Capacity capacity, UUID invitation, int acceptances);

    @SqlUpdate("update portfolio_entry set attention = :attention, version = version + 1 where id = :id")
    void setAttention(UUID id, Attention attention);

    /** What a row needs attention for until it is put right, whatever else it needs attention for meanwhile. */
    @SqlQuery(
            """
            select if(responsible, 'dap-removed', 'agreement-missing') from portfolio_entry
            where id = :id and (responsible or agreement_missing)
            """)
    Optional<Attention> lasting(UUID id);

    @SqlUpdate(
            """
            update portfolio_entry set agreement_missing = :missing, version = version + 1
            where id = :id and agreement_missing <> :missing
            """)
    int setAgreementMissing(UUID id, boolean missing);

    @SqlQuery(
            COLUMNS
                    + """
            where e.invited_until < :before and e.attention in ('declined', 'expired')
            limit 1000
            for update
            """)
    List<PortfolioEntry> closed(Instant before);

    @SqlUpdate("delete from portfolio_entry where id = :id")
    void delete(UUID id);

    /** A word a row can be found by. */
    record Token(PartnerId partner, String token, UUID entry) {}

    /** All in one statement. */
    default void insertTokens(PartnerId partner, Set<String> tokens, UUID entry) {
        if (!tokens.isEmpty()) {
            insertTokens(tokens.stream()
                    .map(token -> new Token(partner, token, entry))
                    .toList());
        }
    }

    @SqlUpdate("insert into portfolio_token (partner_id, token, entry_id) values <tokens>")
    void insertTokens(@BindMethodsList(methodNames = {"partner", "token", "entry"}) List<Token> tokens);

    @SqlUpdate("delete from portfolio_token where entry_id = :entry")
    void deleteTokens(UUID entry);

    @SqlUpdate(
            """
            insert ignore into portfolio_label (partner_id, label, name_key, since, entry_id, state)
            select partner_id, :label, name_key, since, id, state from portfolio_entry where id = :entry
            """)
    void insertLabel(UUID entry, String label);

    /** Also those under it, which have a colon and more behind it. */
    @SqlUpdate(
            """
            delete from portfolio_label
            where entry_id = :entry and (label = :label or label like concat(:label, ':%'))
            """)
    void deleteLabel(UUID entry, String label);

    /** What labels copy of their row, after it has changed. */
    @SqlUpdate(
            """
            update portfolio_label l join portfolio_entry e on e.id = l.entry_id
            set l.name_key = e.name_key, l.since = e.since, l.state = e.state
            where l.entry_id = :entry
            """)
    void refreshLabels(UUID entry);
}
