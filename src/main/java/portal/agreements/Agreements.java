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

    /** From where and with what a button was pressed; the request's id leads to the log. */
    public record Press(String ip, String userAgent, String requestId) {}

    /** That a customer accepted a version. */
    public record Acceptance(String version, Instant acceptedAt) {}

    /** The exact text a customer accepted. */
    public record Accepted(UUID agreementId, String version, String language, byte[] digest) {
        /** A text that is accepted now. */
        public static Accepted of(Agreement text) {
            return new Accepted(text.id(), text.version(), text.language(), text.digest());
        }
    }

    /**
     * The version in force, and how a customer stands to it.
     *
     * @param accepted the text in which the customer accepted it; null when it has not
     * @param acceptedAny whether it has accepted this version or another
     */
    public record InForce(Agreement agreement, Accepted accepted, boolean acceptedAny) {}

    /** The version in force in a customer's country, in a language (English where the version has no such text). */
    public static InForce inForce(Handle handle, CustomerId customer, String country, Language language, Instant now) {
        return handle.attach(AgreementDao.class)
                .inForce(customer, country, language, now)
                .map(AgreementDao.InForce::asSeen)
                .orElseThrow(() -> new IllegalStateException("no customer agreement for " + country));
    }

    /** The version in force in a country, in a language (English where the version has no such text). */
    public static Agreement current(Handle handle, String country, Language language, Instant now) {
        return handle.attach(AgreementDao.class)
                .current(country, language, now)
                .orElseThrow(() -> new IllegalStateException("no customer agreement for " + country));
    }

    /** A version's text in a language; empty when there is none. */
    public static Optional<Agreement> text(Handle handle, UUID agreement, String language) {
        return handle.attach(AgreementDao.class).text(agreement, language);
    }

    /** The text in which the customer accepted this version; empty when it has not. */
    public static Optional<Accepted> acceptedAs(Handle handle, CustomerId customer, UUID agreement) {
        return handle.attach(AgreementDao.class).accepted(customer, agreement);
    }

    /** The version the customer accepted last; empty when it has accepted none. */
    public static Optional<Acceptance> lastAcceptance(Handle handle, CustomerId customer) {
        return handle.attach(AgreementDao.class).lastAcceptance(customer);
    }

    /**
     * The agreement a customer is asked for again: it has accepted an earlier version only, and the one in force, or one
     * between them, has to be accepted by now. A customer that has accepted none is asked with its first request.
     */
    public static Optional<Agreement> askedAgain(
            Handle handle, CustomerId customer, String country, Language language, Instant now) {
        AgreementDao dao = handle.attach(AgreementDao.class);
        Agreement inForce = current(handle, country, language, now);
        return dao.missing(customer, inForce.country(), now) > 0 ? Optional.of(inForce) : Optional.empty();
    }

    /**
     * Keeps that the customer accepts a version, as shown in one language.
     *
     * @return whether it was accepted now; not when somebody of the customer was quicker, whose acceptance stands
     */
    public static boolean accept(
            Handle handle,
            CustomerId customer,
            Agreement agreement,
            Contact contact,
            Press press,
            UUID person,
            Instant now) {
        try {
            handle.attach(AgreementDao.class).insert(Ids.next(), customer, agreement, contact, press, person, now);
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }
}
