package portal.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.web.Refusal;
import portal.relationships.CustomerRecord;

/** Who supports a customer's subscriptions: what a partner sees and chooses. */
public final class SupportContacts {
    /** Subscriptions of one page. */
    static final int PAGE = 25;

    private static final int OTHERS = 20;
    private static final int HISTORY = 20;
    private static final UUID END = new UUID(-1, -1);

    private final Database database;
    private final Designating designating;

    /** Kept in the database. */
    public SupportContacts(Database database, Designating designating) {
        this.database = database;
        this.designating = designating;
    }

    /** What the partner sells to the customer, is the reseller of record of, or supports; the newest first. */
    public List<Supported> newest(CustomerRecord customer, int most) {
        return before(customer, END, most);
    }

    /** Those older than one of them. */
    List<Supported> before(CustomerRecord customer, UUID row, int most) {
        return database.read(SupportDao.class, dao -> dao.ofCustomer(customer, row, most));
    }

    /** One of these; 404 for any other. */
    Supported find(CustomerRecord customer, UUID subscription) {
        return database.read(handle -> find(handle, customer, subscription)).orElseThrow(Refusal::notFound);
    }

    private static Optional<Supported> find(Handle handle, CustomerRecord customer, UUID subscription) {
        return handle.attach(SupportDao.class)
                .find(customer.partnerId(), customer.capacity(), customer.customerId(), subscription);
    }

    /**
     * Who might support it: for the seller its resellers, those it knows at this customer before some others whose name
     * begins so; for the reseller of record itself. Seller and present choice are always among them.
     */
    List<Candidate> candidates(CustomerRecord customer, Supported subscription, String search) {
        return database.read(handle -> {
            SupportDao dao = handle.attach(SupportDao.class);
            List<UUID> ids = new ArrayList<>();
            if (customer.partnerId().value().equals(subscription.sellerId())) {
                String start = search.replaceAll("[\\\\%_]", "\\\\$0") + "%";
                ids.addAll(dao.known(subscription.sellerId(), customer.customerId(), start, OTHERS));
                ids.add(subscription.resellerId());
            }
            ids.add(customer.partnerId().value());
            ids.add(subscription.sellerId());
            ids.add(subscription.contactId());
            ids.removeIf(id -> id == null);
            return dao.candidates(subscription.id(), ids.stream().distinct().toList());
        });
    }

    /** What was chosen for it, the newest first. */
    List<Designation> history(Supported subscription) {
        return database.read(DesignationDao.class, dao -> dao.history(subscription.id(), HISTORY));
    }

    /** One choice that was made for it; 404 for any other. */
    Designation choice(Supported subscription, UUID id) {
        return database.read(DesignationDao.class, dao -> dao.find(subscription.id(), id))
                .orElseThrow(Refusal::notFound);
    }

    /** Whether an organization may support it. */
    boolean eligible(Supported subscription, UUID candidate) {
        return database.read(SupportDao.class, dao -> dao.eligibility(subscription.id(), candidate))
                .map(Eligibility::holds)
                .orElse(false);
    }

    /** Chooses; both sides are told. */
    public ChoiceOutcome choose(Visitor visitor, CustomerRecord customer, Choice choice, Instant now) {
        return database.write(handle -> {
            Optional<Supported> subscription = find(handle, customer, choice.subscription());
            if (subscription.isEmpty()) {
                return ChoiceOutcome.GONE;
            }
            return designating.one(handle, visitor, subscription.get(), choice, now);
        });
    }

    /** What customers see. */
    List<SupportedProduct> products(CustomerId customer, int most) {
        return database.read(SupportDao.class, dao -> dao.products(customer, most));
    }

    /** A capacity in which a partner chooses for a subscription. */
    static Capacity capacity(Supported subscription, PartnerId partner) {
        return partner.value().equals(subscription.sellerId())
                ? subscription.sellerCapacity()
                : Capacity.INDIRECT_RESELLER;
    }
}
