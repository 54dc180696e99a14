package portal.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

interface PortfolioChangeDao {
    @SqlQuery(
            """
            select id from portfolio_entry
            where partner_id = :partner and customer_id = :customer and capacity = :capacity and state = :state
            """)
    List<UUID> rows(PartnerId partner, Capacity capacity, CustomerId customer, PortfolioState state);

    @SqlQuery(
            "select id from portfolio_entry where partner_id = :partner and customer_id = :customer and state = :state")
    List<UUID> rows(PartnerId partner, CustomerId customer, PortfolioState state);

    @SqlQuery("select attention from portfolio_entry where id = :id and attention is not null")
    Optional<Attention> attention(UUID id);

    @SqlQuery(
            """
            select id from portfolio_entry
            where partner_id = :partner and customer_id = :customer and state = 'active' and responsible
            """)
    List<UUID> responsible(PartnerId partner, CustomerId customer);

    @SqlQuery("select responsible from portfolio_entry where partner_id = :partner and id = :id")
    boolean responsible(PartnerId partner, UUID id);

    @SqlUpdate(
            """
            update portfolio_entry
            set state = 'removed', attention = null, responsible = false, invitation_id = null, invited_until = null,
              version = version + 1
            where id = :id
            """)
    void remove(UUID id);

    @SqlUpdate(
            """
            update portfolio_entry set dap = :dap, version = version + 1
            where partner_id = :partner and customer_id = :customer and state <> 'invited'
            """)
    void setDelegatedAdmin(PartnerId partner, CustomerId customer, DelegatedAdminState dap);

    @SqlUpdate(
            """
            update portfolio_entry set responsible = :responsible, version = version + 1 where id = :id
            """)
    void setResponsible(UUID id, boolean responsible);
}
