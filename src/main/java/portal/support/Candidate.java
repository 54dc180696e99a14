package portal.support;

import java.util.UUID;

/** A partner that might support a subscription, and whether it may. */
public record Candidate(UUID id, String name, String email, String phone, String website, Eligibility eligibility) {
    /** The ways to reach it. */
    public Contact contact() {
        return new Contact(id, name, email, phone, website);
    }
}
