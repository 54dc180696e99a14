package portal.endings;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.PartnerId;

interface PartnershipEndDao {
    /** Open joint invitations, the newest first. */
    @SqlQuery(
            """
            select i.id, coalesce(i.company, i.domain, i.email) as name
            from invitation i
            where i.partnership_id = :partnership and i.state = 'open' and i.expires_at > utc_timestamp(6)
            order by i.id desc
            limit :most
            """)
    List<PartnershipEndPages.OpenInvitation> invitations(UUID partnership, int most);

    /** Subscriptions of the provider that the reseller supports. */
    @SqlQuery(
            """
            select c.legal_name as customer, p.name as product
            from subscription s
              join organization c on c.id = s.customer_id
              join product p on p.id = s.product_id
            where s.support_contact_id = :reseller and s.seller_id = :provider and s.state <> 'ended'
            order by s.id
            limit :most
            """)
    List<PartnershipEndPages.SupportContact> supportContacts(PartnerId provider, PartnerId reseller, int most);

    /** Customers for whom the provider orders on the reseller's behalf. */
    @SqlQuery(
            """
            select c.legal_name
            from shared_customer s
              join organization c on c.id = s.customer_id
              join relationship r
                on r.partner_id = s.provider_id and r.customer_id = s.customer_id
                  and r.capacity = 'indirect-provider' and r.still_open = 1
            where s.reseller_id = :reseller and s.provider_id = :provider
            order by s.customer_id
            limit :most
            """)
    List<String> sharedCustomers(PartnerId provider, PartnerId reseller, int most);
}
