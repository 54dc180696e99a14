package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import portal.agreements.Agreement;

interface EvidenceDao {
    /** From where and with what the button was pressed. */
    record Press(String ip, String userAgent, String requestId) {}

    @SqlUpdate(
            """
            insert into acceptance_evidence
              (id, invitation_id, customer_id, person_id, issuer, subject, tenant_id, name, email, roles, accepted_at,
               ip, user_agent, request_id, agreement_id, agreement_version, agreement_language, agreement_digest,
               rights, sheet_digest)
            select :id, :invitation, :customer, p.id, p.issuer, p.subject, p.tenant_id, p.name, p.email, :roles, :now,
              :press.ip, :press.userAgent, :press.requestId, :agreement.id, :agreement.version, :agreement.language,
              :agreement.digest, :rights, :sheetDigest
            from person p where p.id = :person
            """)
    void insert(
            UUID id,
            InvitationId invitation,
            UUID customer,
            UUID person,
            String roles,
            Instant now,
            @BindMethods("press") Press press,
            @BindMethods("agreement") Agreement agreement,
            String rights,
            byte[] sheetDigest);
}
