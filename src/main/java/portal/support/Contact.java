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
    /** The ways to reach the support of an organization {@code c}, as columns; else its own address and phone. */
    static final String WAYS =
            """
            coalesce(c.support_email, c.email) as email, coalesce(c.support_phone, c.phone) as phone,
              c.support_website as website
            """;

    /** Of the one designated, {@code c}. */
    static final String WAYS_OF_CONTACT =
            """
            coalesce(c.support_email, c.email) as contact_email, coalesce(c.support_phone, c.phone) as contact_phone,
              c.support_website as contact_website
            """;

    /** Of the seller, {@code w}. */
    static final String WAYS_OF_SELLER =
            """
            coalesce(w.support_email, w.email) as seller_email, coalesce(w.support_phone, w.phone) as seller_phone,
              w.support_website as seller_website
            """;

    /** The ways in one line; empty when none is known. */
    public String line() {
        return Stream.of(email, phone, website).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
