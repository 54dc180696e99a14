package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.organizations.PartnerId;
import portal.partnerships.Partnerships;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.platform.texts.Texts;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Relationships;

/** Sellers order subscriptions for customers, also on a reseller's behalf. */
public final class Orders {
    private final Database database;
    private final Outbox outbox;
    private final SubscriptionEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Orders(Database database, Outbox outbox, SubscriptionEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** What came of an order. */
    public enum Outcome {
        PLACED,
        /** This very order was placed before. */
        PLACED_BEFORE,
        /** Its number was used for another order. */
        NUMBER_USED,
        /** The relationship has ended. */
        GONE,
        /** The customer has not accepted the agreement. */
        NO_AGREEMENT,
        /** The offer cannot be ordered any more, or not with so many seats. */
        NOT_OFFERED,
        /** The order cannot name this reseller any more. */
        NO_RESELLER
    }

    /** Takes back what was written for an order that is not placed. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Outcome outcome;

        Refused(Outcome outcome) {
            super(outcome.name(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** The resellers a seller can name for a customer; none unless it is a provider. */
    List<ResellersOfRecord.Candidate> resellers(Handle handle, CustomerRecord customer) {
        return customer.capacity() == Capacity.INDIRECT_PROVIDER
                ? ResellersOfRecord.candidates(handle, customer.partnerId(), customer.customerId())
                : List.of();
    }

    /** Names of the providers a reseller may ask to order. */
    List<String> providers(Handle handle, PartnerId reseller) {
        return Partnerships.providers(handle, reseller);
    }

    /**
     * Places an order, in one transaction that begins with the relationship's row, so that of an order and an ending of the
     * relationship at the same moment only one happens. Unless it is placed, nothing of it stays.
     *
     * @param form without errors for the offer
     */
    Outcome place(Visitor visitor, CustomerRecord customer, OrderForm form, Offer offer, Instant now) {
        try {
            database.write(handle -> {
                Outcome outcome = obstacle(handle, customer, form, offer, now)
                        .orElseGet(() -> place(handle, visitor, customer, form, offer, now));
                if (outcome != Outcome.PLACED) {
                    throw new Refused(outcome);
                }
                return null;
            });
            return Outcome.PLACED;
        } catch (Refused refused) {
            return refused.outcome;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return Outcome.NUMBER_USED;
        }
    }

    /**
     * Places an order without a form.
     *
     * @param seats means nothing for what is billed by use
     * @param nickname null for none
     * @param reseller of record; null for none
     * @return the subscription's id
     * @throws IllegalStateException when it cannot be placed
     */
    public UUID placed(
            Visitor visitor,
            CustomerRecord customer,
            Offer offer,
            int seats,
            String nickname,
            PartnerId reseller,
            Instant now) {
        OrderForm form = new OrderForm(
                Ids.next().toString(),
                offer.productId().toString(),
                offer.id().toString(),
                String.valueOf(seats),
                nickname == null ? "" : nickname,
                reseller == null ? "" : reseller.toString());
        Outcome outcome = place(visitor, customer, form, offer, now);
        if (outcome != Outcome.PLACED) {
            throw new IllegalStateException(outcome.name());
        }
        return form.id();
    }

    private static Optional<Outcome> obstacle(
            Handle handle, CustomerRecord customer, OrderForm form, Offer offer, Instant now) {
        if (!Relationships.touch(handle, customer.partnerId(), customer.capacity(), customer.customerId())) {
            return Optional.of(Outcome.GONE);
        }
        Optional<Subscription> before = Subscriptions.find(handle, customer, form.id());
        if (before.isPresent()) {
            return Optional.of(same(before.get(), form, offer) ? Outcome.PLACED_BEFORE : Outcome.NUMBER_USED);
        }
        boolean accepted = CustomerRecords.find(handle, customer.partnerId(), customer.id())
                .filter(CustomerRecord::agreementAccepted)
                .isPresent();
        if (!accepted) {
            return Optional.of(Outcome.NO_AGREEMENT);
        }
        boolean ownOrPartnered = form.resellerId() == null
                || (customer.capacity() == Capacity.INDIRECT_PROVIDER
                        && ResellersOfRecord.begin(
                                handle,
                                customer.partnerId(),
                                new PartnerId(form.resellerId()),
                                customer.customerId(),
                                now));
        return ownOrPartnered ? Optional.empty() : Optional.of(Outcome.NO_RESELLER);
    }

    private static boolean same(Subscription placed, OrderForm form, Offer offer) {
        return placed.offerId().equals(offer.id())
                && (!offer.seated() || form.seats().equals(String.valueOf(placed.seats())))
                && String.valueOf(placed.resellerId()).equals(String.valueOf(form.resellerId()));
    }

    private Outcome place(
            Handle handle, Visitor visitor, CustomerRecord customer, OrderForm form, Offer offer, Instant now) {
        UUID person = visitor.personId();
        Integer seats = form.seats(offer);
        int inserted = handle.attach(SubscriptionDao.class)
                .insert(
                        form.id(),
                        customer.customerId(),
                        offer.id(),
                        customer.partnerId().value(),
                        customer.capacity(),
                        form.resellerId(),
                        Subscription.ORDERED,
                        form.nicknameOrNull(),
                        seats,
                        now,
                        offer.term().nextRenewal(now, now),
                        person);
        if (inserted == 0) {
            return Outcome.NOT_OFFERED;
        }
        if (seats != null) {
            SeatPools.add(handle, customer.customerId(), offer.productId(), seats);
        }
        Subscription placed = Subscriptions.find(handle, customer, form.id()).orElseThrow();
        new SubscriptionLog(handle, placed, person, now)
                .write(Action.SUBSCRIPTION_ORDERED, texts -> null, texts -> ordered(placed, texts));
        emails.ordered(handle, placed, visitor).ifPresent(email -> outbox.add(handle, email, now));
        return Outcome.PLACED;
    }

    private static String ordered(Subscription placed, Texts texts) {
        String term = texts.text("subscriptions.term." + placed.term().code());
        return placed.seated() ? texts.text("subscriptions.seats", placed.seats()) + ", " + term : term;
    }
}
