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
import portal.signin.Person;

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
     * @param person who pressed, as the OpenID provider described him
     * @param agreement the text the customer accepted, now or earlier
     */
    record Accepted(
            UUID id,
            InvitationId invitation,
            CustomerId customer,
            Person person,
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
        EvidenceDao.Head head = dao.head(partner).orElseGet(() -> begin(dao, partner));
        Evidence row = row(head, partner, accepted, visitor, press, now);
        byte[] digest = row.digest();
        dao.insert(row, digest);
        if (dao.add(partner, head, digest) != 1) {
            throw new IllegalStateException("the chain of " + partner + " moved under its own lock");
        }
    }

    private static EvidenceDao.Head begin(EvidenceDao dao, PartnerId partner) {
        dao.begin(partner, BEFORE_FIRST);
        return dao.head(partner).orElseThrow();
    }

    private static Evidence row(
            EvidenceDao.Head head,
            PartnerId partner,
            Accepted accepted,
            Visitor visitor,
            Agreements.Press press,
            Instant now) {
        return new Evidence(
                head.digest(),
                partner.value(),
                head.number() + 1,
                accepted.id(),
                accepted.invitation().value(),
                accepted.customer().value(),
                visitor.personId(),
                accepted.person().issuer(),
                accepted.person().subject(),
                accepted.person().tenantId(),
                accepted.person().name(),
                accepted.person().email(),
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
