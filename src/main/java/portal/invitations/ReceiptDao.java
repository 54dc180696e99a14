package portal.invitations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Every read names the organization that asks: the customer, or a partner that is a party of the invitation. */
interface ReceiptDao {
    String LINES =
            """
            select e.id, e.number, i.partner_id, o.legal_name as partner_name, o.mpn_id,
              c.legal_name as customer_name, e.name, e.accepted_at
            from acceptance_evidence e
              join invitation_party i on i.invitation_id = e.invitation_id and i.inviter
              join organization o on o.id = i.partner_id
              join organization c on c.id = e.customer_id
            """;

    @SqlQuery(
            """
            select e.id, e.number, i.partner_id, o.legal_name as partner_name, o.mpn_id, e.invitation_id,
              e.customer_id, c.legal_name as customer_name, e.tenant_id, e.name, e.email, e.roles, e.accepted_at, e.ip,
              e.user_agent, e.request_id, e.agreement_id, t.title as agreement_title, e.agreement_version,
              e.agreement_language, e.agreement_digest, e.rights, e.sheet_digest, e.digest
            from acceptance_evidence e
              join invitation_party i on i.invitation_id = e.invitation_id and i.inviter
              join organization o on o.id = i.partner_id
              join organization c on c.id = e.customer_id
              left join agreement_text t on t.agreement_id = e.agreement_id and t.language = e.agreement_language
            where e.id = :id
              and (e.customer_id = :organization or exists (
                select 1 from invitation_party p
                where p.invitation_id = e.invitation_id and p.partner_id = :organization))
            """)
    Optional<Receipt> find(UUID organization, UUID id);

    @SqlQuery(
            LINES
                    + """
            where e.invitation_id = :invitation
              and (e.customer_id = :organization or exists (
                select 1 from invitation_party p
                where p.invitation_id = e.invitation_id and p.partner_id = :organization))
            order by e.id desc
            limit :limit
            """)
    List<ReceiptLine> ofInvitation(UUID organization, UUID invitation, int limit);

    @SqlQuery(LINES + "where e.customer_id = :customer and e.id < :before order by e.id desc limit :limit")
    List<ReceiptLine> ofCustomer(UUID customer, UUID before, int limit);

    @SqlQuery(
            LINES
                    + """
            where e.partner_id = :partner and e.number < coalesce(
              (select b.number from acceptance_evidence b where b.id = :before and b.partner_id = :partner), 2147483647)
            order by e.number desc
            limit :limit
            """)
    List<ReceiptLine> ofPartner(UUID partner, UUID before, int limit);
}
