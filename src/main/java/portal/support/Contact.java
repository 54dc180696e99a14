package portal.support;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An organization that supports subscriptions, and the ways to reach it.
 *
 * @param email null when not known, as are phone and web site
 */
public record Contact(UUID id, String name, String email, String phone, String website) {
    /** The ways to reach the support of an organization {@code c}, as columns. */
    static final String WAYS = "c.email as email, c.phone as phone, null as website\n";

    /** Of the one designated, {@code c}. */
    static final String WAYS_OF_CONTACT =
            "c.email as contact_email, c.phone as contact_phone, null as contact_website\n";

    /** Of the seller, {@code w}. */
    static final String WAYS_OF_SELLER = "w.email as seller_email, w.phone as seller_phone, null as seller_website\n";

    /** The ways in one line; empty when none is known. */
    public String line() {
        return Stream.of(email, phone, website).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
