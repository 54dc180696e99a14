package portal.users;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.web.Refusal;
import portal.relationships.CustomerRecord;
import portal.relationships.Relationships;

/** On whose behalf users are changed: a partner in one capacity, with one customer, by one of the partner's people. */
public record Mandate(PartnerId partner, Capacity capacity, CustomerId customer, UUID person) {
    /** Of a person of the partner whose record it is. */
    static Mandate of(CustomerRecord customer, UUID person) {
        return new Mandate(customer.partnerId(), customer.capacity(), customer.customerId(), person);
    }

    /**
     * Makes sure inside the transaction that the relationship is open and the privileges are granted, so that nothing is
     * changed after either has ended.
     *
     * @throws Refusal (404 or 403) when not
     */
    void hold(Handle handle) {
        if (!Relationships.touch(handle, partner, capacity, customer)) {
            throw Refusal.notFound();
        }
        if (!Relationships.delegatedAdmin(handle, partner, customer)) {
            throw Refusal.notAllowed("access.missing.delegated-admin");
        }
    }

    /** Writes what was done into the partner's log. */
    void log(Handle handle, Action action, String subject, String before, String after, Instant now) {
        Activity.of(action, person, customer.value(), subject)
                .changing(before, after)
                .log(handle, partner.value(), now);
    }
}
