package portal.invitations;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.organizations.PartnerId;

interface EvidenceDao {
    /** Every column that the digest covers, named as the components of {@link Evidence}. */
    String COLUMNS =
            """
            e.previous_digest, e.partner_id, e.number, e.id, e.invitation_id, e.customer_id, e.person_id, e.issuer,
            e.subject, e.tenant_id, e.name, e.email, e.roles, e.accepted_at, e.ip, e.user_agent, e.request_id,
            e.agreement_id, e.agreement_version, e.agreement_language, e.agreement_digest, e.rights, e.sheet_digest
            """;

    /** The last row of a chain. */
    record Head(int number, byte[] digest) {}

    /** The last row of a partner's chain, as it is kept beside the rows. */
    record Chain(PartnerId partnerId, String partnerName, int number, byte[] digest) {}

    /** Begins a chain, unless somebody else has begun it at the same moment. */
    @SqlUpdate("insert ignore into evidence_chain (partner_id, number, digest) values (:partner, 0, :none)")
    void begin(PartnerId partner, byte[] none);

    /** Several acceptances at once see it one after the other. */
    @SqlQuery("select number, digest from evidence_chain where partner_id = :partner for update")
    Optional<Head> head(PartnerId partner);

    /** One row, unless the chain is longer by now: each number is given once. */
    @SqlUpdate(
            """
            update evidence_chain set number = number + 1, digest = :digest
            where partner_id = :partner and number = :head.number and digest = :head.digest
            """)
    int add(PartnerId partner, @BindMethods("head") Head head, byte[] digest);

    @SqlUpdate(
            """
            insert into acceptance_evidence
              (previous_digest, partner_id, number, id, invitation_id, customer_id, person_id, issuer, subject,
               tenant_id, name, email, roles, accepted_at, ip, user_agent, request_id, agreement_id,
               agreement_version, agreement_language, agreement_digest, rights, sheet_digest, digest)
            values
              (:e.previousDigest, :e.partnerId, :e.number, :e.id, :e.invitationId, :e.customerId, :e.personId,
               :e.issuer, :e.subject, :e.tenantId, :e.name, :e.email, :e.roles, :e.acceptedAt, :e.ip, :e.userAgent,
               :e.requestId, :e.agreementId, :e.agreementVersion, :e.agreementLanguage, :e.agreementDigest,
               :e.rights, :e.sheetDigest, :digest)
            """)
    void insert(@BindMethods("e") Evidence e, byte[] digest);

    @SqlQuery(
            """
            select c.partner_id, o.legal_name as partner_name, c.number, c.digest
            from evidence_chain c join organization o on o.id = c.partner_id
            order by c.partner_id
            """)
    List<Chain> chains();

    @SqlQuery("select count(*) from acceptance_evidence where partner_id is null")
    int unchained();
}
