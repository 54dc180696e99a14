package portal.agreements;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.texts.Language;

/** Versions of the customer agreement and their acceptance. Verbs take the open handle of the acceptance. */
public final class Agreements {
    private Agreements() {}

    /** Whom to ask about the agreement, as the customer names it (seed 000: agreement resource). */
    public record Contact(String firstName, String lastName, String email, String phone) {}

    /** That a customer accepted a version. */
    public record Acceptance(String version, Instant acceptedAt) {}

    /** The version in force in a country, in a language (English where the version has no such text). */
    public static Agreement current(Handle handle, String country, Language language, Instant now) {
        return handle.attach(AgreementDao.class)
                .current(country, language, now)
                .orElseThrow(() -> new IllegalStateException("no customer agreement for " + country));
    }

    /** Whether the customer has accepted this version. */
    public static boolean accepted(Handle handle, CustomerId customer, UUID agreement) {
        return handle.attach(AgreementDao.class).acceptances(customer, agreement) > 0;
    }

    /** The version the customer accepted last; empty when it has accepted none. */
    public static Optional<Acceptance> lastAcceptance(Handle handle, CustomerId customer) {
        return handle.attach(AgreementDao.class).lastAcceptance(customer);
    }

    /**
     * Keeps that the customer accepts a version, as shown in one language. A colleague may accept it at the same moment in
     * answer to another request; then theirs stands.
     *
     * @return whether it was accepted now
     */
    public static boolean accept(
            Handle handle, CustomerId customer, Agreement agreement, Contact contact, UUID person, Instant now) {
        try {
            handle.attach(AgreementDao.class).insert(Ids.next(), customer, agreement, contact, person, now);
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }
}
