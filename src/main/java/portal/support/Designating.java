package portal.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnerships;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.relationships.Relationships;
import portal.subscriptions.Subscriptions;

/**
 * The one way in which a support contact is chosen, alone or among many. It writes the relationships of the one who
 * chooses and of the one chosen, and their partnership, so that their ending at the same moment is seen, and goes on only while the subscription
 * is as it was shown.
 */
public final class Designating {
    private static final String BOARD = "/support-coverage";

    private final Outbox outbox;
    private final SupportEmails emails;

    /** Mail leaves by the outbox. */
    public Designating(Outbox outbox, SupportEmails emails) {
        this.outbox = outbox;
        this.emails = emails;
    }

    /**
     * What is told afterwards about changes of one person, to each organization in one mail.
     *
     * @param contact name of the new one
     */
    record Told(String contact, Map<UUID, List<String>> designated, Map<UUID, List<String>> released) {
        Told(String contact) {
            this(contact, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        /** One subscription whose contact was another; organizations are null where nobody of this portal acts. */
        void add(UUID previous, UUID next, String subscription) {
            if (!Objects.equals(previous, next)) {
                add(released, previous, subscription);
                add(designated, next, subscription);
            }
        }

        private static void add(Map<UUID, List<String>> told, UUID organization, String subscription) {
            if (organization != null) {
                told.computeIfAbsent(organization, unused -> new ArrayList<>()).add(subscription);
            }
        }
    }

    /** Chooses for one subscription, and tells both sides. */
    ChoiceOutcome one(Handle handle, Visitor visitor, Supported subscription, Choice choice, Instant now) {
        ChoiceOutcome outcome = change(handle, visitor, subscription, choice, now);
        if (outcome == ChoiceOutcome.DONE) {
            String name = name(handle, choice.contact(), subscription);
            Told told = new Told(name == null ? subscription.origin() : name);
            told.add(
                    present(subscription.contactId(), subscription.sellerId()),
                    present(choice.contact(), subscription.sellerId()),
                    subscription.label() + " – " + subscription.customerName());
            tell(handle, visitor, told, Optional.of(subscription.customerId()), now);
        }
        return outcome;
    }

    /** Who acts by a choice: the seller when nobody else was chosen. */
    static UUID present(UUID contact, UUID seller) {
        return contact == null ? seller : contact;
    }

    /** Chooses for one subscription; {@link #tell} follows. */
    ChoiceOutcome change(Handle handle, Visitor visitor, Supported subscription, Choice choice, Instant now) {
        if (choice.same(subscription)) {
            return ChoiceOutcome.UNCHANGED;
        }
        PartnerId partner = new PartnerId(visitor.home().id());
        if (!touch(handle, partner, SupportContacts.capacity(subscription, partner), subscription)) {
            return ChoiceOutcome.GONE;
        }
        if (!eligible(handle, subscription, choice)) {
            return ChoiceOutcome.NOT_ELIGIBLE;
        }
        if (!Subscriptions.designate(handle, choice.subscription(), choice.partner(), choice.version())) {
            return ChoiceOutcome.STALE;
        }
        note(handle, visitor, subscription, choice, now);
        return ChoiceOutcome.DONE;
    }

    /** Where nobody sells here, the relationship in which a partner offers itself may be any. */
    private static boolean touch(Handle handle, PartnerId partner, Capacity capacity, Supported subscription) {
        if (subscription.sellerId() != null) {
            return Relationships.touch(handle, partner, capacity, subscription.customerId());
        }
        boolean open = false;
        for (Capacity any : Capacity.values()) {
            open |= Relationships.touch(handle, partner, any, subscription.customerId());
        }
        return open;
    }

    private static boolean eligible(Handle handle, Supported subscription, Choice choice) {
        if (choice.contact() == null) {
            return true;
        }
        Relationships.touch(handle, choice.partner(), Capacity.INDIRECT_RESELLER, subscription.customerId());
        if (subscription.sellerId() != null) {
            Partnerships.active(handle, new PartnerId(subscription.sellerId()), choice.partner())
                    .ifPresent(partnership -> Partnerships.touch(handle, partnership.id()));
        }
        return handle.attach(SupportDao.class)
                .eligibility(subscription.id(), choice.contact())
                .map(Eligibility::holds)
                .orElse(false);
    }

    private static void note(Handle handle, Visitor visitor, Supported subscription, Choice choice, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        DesignationDao dao = handle.attach(DesignationDao.class);
        dao.end(subscription.id(), now);
        dao.insert(
                Ids.next(),
                subscription.id(),
                choice.contact(),
                subscription.contactId(),
                choice.reference(),
                partner,
                visitor.personId(),
                now);
        settle(handle, subscription);
        Activity deed = Activity.of(
                        Action.SUPPORT_CONTACT_DESIGNATED,
                        visitor.personId(),
                        subscription.customerId().value(),
                        subscription.label())
                .about(subscription.id())
                .changing(
                        name(handle, subscription.contactId(), subscription),
                        name(handle, choice.contact(), subscription));
        logs(partner, subscription, choice).forEach(organization -> deed.log(handle, organization, now));
    }

    /** A lost choice that was replaced needs no attention any more. */
    private static void settle(Handle handle, Supported subscription) {
        if (subscription.sellerId() == null) {
            return;
        }
        PartnerId seller = new PartnerId(subscription.sellerId());
        if (handle.attach(DesignationDao.class).lost(seller, subscription.customerId()) == 0) {
            Portfolio.settled(
                    handle,
                    seller,
                    subscription.sellerCapacity(),
                    subscription.customerId(),
                    Attention.SUPPORT_CONTACT_LOST);
        }
    }

    private static Set<UUID> logs(PartnerId partner, Supported subscription, Choice choice) {
        Set<UUID> organizations = new LinkedHashSet<>();
        organizations.add(partner.value());
        organizations.add(subscription.sellerId());
        organizations.add(subscription.contactId());
        organizations.add(choice.contact());
        organizations.remove(null);
        return organizations;
    }

    private static String name(Handle handle, UUID contact, Supported subscription) {
        if (contact == null) {
            return subscription.sellerName();
        }
        return Organizations.find(handle, contact).map(Organization::legalName).orElse(null);
    }

    /**
     * Mail to those who were designated and to those who were before, one each.
     *
     * @param customer whose page they are led to; empty for the board
     */
    void tell(Handle handle, Visitor visitor, Told told, Optional<CustomerId> customer, Instant now) {
        told.designated()
                .forEach((organization, lines) -> tell(
                        handle, visitor, "support-designated", organization, lines, told.contact(), customer, now));
        told.released()
                .forEach((organization, lines) ->
                        tell(handle, visitor, "support-released", organization, lines, told.contact(), customer, now));
    }

    private void tell(
            Handle handle,
            Visitor visitor,
            String kind,
            UUID organization,
            List<String> lines,
            String contact,
            Optional<CustomerId> customer,
            Instant now) {
        SupportEmails.News news = new SupportEmails.News(
                kind,
                visitor.name() + " (" + visitor.home().name() + ")",
                contact,
                lines,
                List.of(),
                visitor.email(),
                customer.map(id -> page(handle, organization, id)).orElse(BOARD));
        emails.tell(handle, Organizations.find(handle, organization).orElseThrow(), news)
                .forEach(email -> outbox.add(handle, email, now));
    }

    /** The customer's page of the one who reads it; the board when the customer is not listed there. */
    static String page(Handle handle, UUID organization, CustomerId customer) {
        List<PortfolioEntry> entries = Portfolio.find(handle, new PartnerId(organization), customer);
        return entries.isEmpty() ? BOARD : "/customers/" + entries.get(0).id() + "/support";
    }
}
