package portal.customers;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import portal.organizations.PartnerId;

interface AccountDao {
    /** The row is the partner's own, so everything that is read by it is. No tag has a comma. */
    @SqlQuery(
            """
            select o.legal_name, o.domain_verified, o.address_line1, o.address_line2, o.city, o.state_or_province,
              o.postal_code, o.country, e.alias, e.dap, e.invitation_id,
              (select group_concat(substr(l.label, 5) order by l.label separator ',')
                from portfolio_label l where l.entry_id = e.id and l.label like 'tag:%') as tagged,
              a.version as agreement_version, c.accepted_at as agreement_accepted_at,
              b.name as bill_to_name, b.address_line1 as bill_to_address_line1,
              b.address_line2 as bill_to_address_line2, b.city as bill_to_city,
              b.state_or_province as bill_to_state_or_province, b.postal_code as bill_to_postal_code,
              b.country as bill_to_country
            from portfolio_entry e
              join organization o on o.id = e.customer_id
              left join bill_to b on b.partner_id = e.partner_id and b.customer_id = e.customer_id
              left join agreement_acceptance c on c.id = (select latest.id from agreement_acceptance latest
                where latest.customer_id = e.customer_id order by latest.accepted_at desc limit 1)
              left join agreement a on a.id = c.agreement_id
            where e.partner_id = :partner and e.id = :id and e.state = 'active'
            """)
    Optional<AccountFacts> find(PartnerId partner, UUID id);
}
