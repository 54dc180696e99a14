package portal.invitations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import portal.agreements.Agreement;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.OrganizationKind;
import portal.platform.access.Visitor;
import portal.platform.database.Database;

/** Receipts of acceptances, for the customer and for each partner that was a party. */
public final class Receipts {
    private static final UUID END = new UUID(-1, -1);

    private final Database database;

    /** Read from the database. */
    public Receipts(Database database) {
        this.database = database;
    }

    /** A receipt of the visitor's organization. */
    Optional<Receipt> find(Visitor visitor, UUID id) {
        return database.read(ReceiptDao.class, dao -> dao.find(visitor.home().id(), id));
    }

    /** The partners that asked, each with what for. */
    List<ReceiptPages.Asked> asked(Receipt receipt) {
        List<Receipt.Asked> asked = receipt.asked();
        Map<UUID, Organization> partners = database.read(handle -> Organizations.all(
                handle, asked.stream().map(Receipt.Asked::partner).toList()));
        return asked.stream()
                .map(party ->
                        new ReceiptPages.Asked(partners.get(party.partner()), party.capacity(), party.delegatedAdmin()))
                .toList();
    }

    /** The text that was accepted, as it stands now; empty when it was removed. */
    Optional<Agreement> agreement(Receipt receipt) {
        return database.read(handle -> Agreements.text(handle, receipt.agreementId(), receipt.agreementLanguage()));
    }

    /** The receipts of one invitation: one, or many of a standing link, of which a customer sees its own. */
    List<ReceiptLine> ofInvitation(Visitor visitor, UUID invitation, int limit) {
        return database.read(
                ReceiptDao.class, dao -> dao.ofInvitation(visitor.home().id(), invitation, limit));
    }

    /** Receipts of the visitor's organization older than one of them, the newest first. */
    List<ReceiptLine> before(Visitor visitor, Optional<UUID> before, int limit) {
        UUID organization = visitor.home().id();
        UUID end = before.orElse(END);
        return database.read(
                ReceiptDao.class,
                dao -> visitor.of(OrganizationKind.PARTNER)
                        ? dao.ofPartner(organization, end, limit)
                        : dao.ofCustomer(organization, end, limit));
    }

    /** The newest receipts of a customer. */
    public List<ReceiptLine> newest(CustomerId customer, int limit) {
        return database.read(ReceiptDao.class, dao -> dao.ofCustomer(customer.value(), END, limit));
    }
}
