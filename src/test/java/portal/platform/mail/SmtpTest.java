package portal.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTest {
    private static final Address[] NONE = {};

    /** As the mail library says it: what the server answered stands below. */
    private static RuntimeException refusal(int code) throws AddressException {
        InternetAddress recipient = new InternetAddress("jiri@jizerske-sklo.example");
        return new IllegalStateException(new SendFailedException(
                "Invalid Addresses",
                new SMTPAddressFailedException(recipient, "RCPT TO", code, code + " refused"),
                NONE,
                NONE,
                NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 451, 452, 550, 553})
    void oneWhoIsRefusedDoesNotMeanThatTheServerIsAway(int code) throws AddressException {
        assertFalse(Smtp.away(refusal(code)));
        assertEquals(code >= 500, Smtp.permanent(refusal(code)));
    }

    @Test
    void wrongPasswordDoesNotMeanThatTheServerIsAway() {
        assertFalse(Smtp.away(new IllegalStateException(
                new MessagingException("cannot connect", new AuthenticationFailedException("535 no")))));
    }

    @Test
    void serverThatCannotBeReachedOrIsClosingIsAway() throws AddressException {
        assertTrue(Smtp.away(new IllegalStateException(
                new MessagingException("cannot connect", new ConnectException("Connection refused")))));
        assertTrue(Smtp.away(refusal(421)));
        assertTrue(Smtp.away(new IllegalStateException(
                new SMTPSendFailedException("DATA", 421, "421 closing", null, NONE, NONE, NONE))));
        assertFalse(Smtp.permanent(refusal(421)));
    }

    @Test
    void mailTheLibraryRejectsIsNotTheServersFault() {
        RuntimeException rejected = new IllegalStateException("no recipient");
        assertFalse(Smtp.away(rejected));
        assertTrue(Smtp.permanent(rejected));
    }
}
