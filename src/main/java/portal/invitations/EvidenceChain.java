package portal.invitations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Role;
import portal.platform.access.Visitor;

/**
 * Keeps the evidence of acceptances: one chain per inviting partner, each row sealed with the digest of the one before,
 * so that a row that was changed, removed or moved is found ({@link EvidenceCheck}).
 */
final class EvidenceChain {
    /** What stands for the row before the first. */
    static final byte[] BEFORE_FIRST = new byte[32];

    private EvidenceChain() {}

    /**
     * What was accepted.
     *
     * @param id of the row, which is the receipt's address
     * @param agreement the text the customer accepted, now or earlier
     */
    record Accepted(
            UUID id,
            InvitationId invitation,
            CustomerId customer,
            Agreements.Accepted agreement,
            String rights,
            byte[] sheetDigest) {}

    /**
     * Adds a row to the partner's chain, in the accepting transaction. All acceptances of a partner write its one row of
     * {@code evidence_chain}, on any node, so a number is given once; the transaction that loses is run again.
     */
    static void add(
            Handle handle, PartnerId partner, Accepted accepted, Visitor visitor, Agreements.Press press, Instant now) {
        EvidenceDao dao = handle.attach(EvidenceDao.class);
        if (dao.take(partner) == 0) {
            dao.begin(partner, BEFORE_FIRST);
            dao.take(partner);
        }
        EvidenceDao.Head head = dao.head(partner);
        Evidence row = row(head, partner, accepted, dao.who(visitor.personId()), visitor, press, now);
        byte[] digest = row.digest();
        dao.insert(row, digest);
        if (dao.close(partner, head.number(), head.digest(), digest) != 1) {
            throw new IllegalStateException("the chain of " + partner + " moved under its own lock");
        }
    }

    private static Evidence row(
            EvidenceDao.Head head,
            PartnerId partner,
            Accepted accepted,
            EvidenceDao.Who who,
            Visitor visitor,
            Agreements.Press press,
            Instant now) {
        return new Evidence(
                head.digest(),
                partner.value(),
                head.number(),
                accepted.id(),
                accepted.invitation().value(),
                accepted.customer().value(),
                visitor.personId(),
                who.issuer(),
                who.subject(),
                who.tenantId(),
                who.name(),
                who.email(),
                Role.join(visitor.roles()),
                now.truncatedTo(ChronoUnit.MICROS),
                press.ip(),
                press.userAgent(),
                press.requestId(),
                accepted.agreement().agreementId(),
                accepted.agreement().version(),
                accepted.agreement().language(),
                accepted.agreement().digest(),
                accepted.rights(),
                accepted.sheetDigest());
    }
}
