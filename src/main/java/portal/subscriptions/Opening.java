package portal.subscriptions;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.portfolio.Portfolio;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;

/** Finds what the address of a customer's page names. */
final class Opening {
    private Opening() {}

    /**
     * The customer.
     *
     * @throws Refusal (404) when it is not the partner's, or the relationship is not open
     */
    static CustomerRecord customer(Handle handle, Request request) {
        return CustomerRecords.find(handle, partner(request), request.id("id")).orElseThrow(Refusal::notFound);
    }

    /**
     * The customer for whom a form was sent.
     *
     * @throws Refusal (404, or 409 when the relationship has ended since the form was drawn)
     */
    static CustomerRecord customerOfForm(Handle handle, Request request) {
        UUID id = request.id("id");
        return CustomerRecords.find(handle, partner(request), id)
                .orElseThrow(() -> Portfolio.find(handle, partner(request), id)
                        .filter(row -> row.customerId() != null)
                        .map(row -> gone())
                        .orElseGet(Refusal::notFound));
    }

    /** The relationship has ended meanwhile (409). */
    static Refusal gone() {
        return Refusal.changed("subscriptions.gone");
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }

    /**
     * The customer's subscription.
     *
     * @throws Refusal (404) when the partner may not see it
     */
    static Subscription subscription(Handle handle, CustomerRecord customer, Request request) {
        return Subscriptions.find(handle, customer, request.id("subscription")).orElseThrow(Refusal::notFound);
    }
}
