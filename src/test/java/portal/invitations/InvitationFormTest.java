package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.texts.Language;

class InvitationFormTest {
    private static final Set<Capacity> ONE = EnumSet.of(Capacity.DIRECT_BILL);
    private static final Set<Capacity> TWO = EnumSet.of(Capacity.DIRECT_BILL, Capacity.INDIRECT_RESELLER);

    @Test
    void nothingButTheValidityMustBeSaid() {
        assertEquals(List.of(), wrong(form("", "", "", "cs", "30", "")));
        assertEquals(List.of("days"), wrong(form("", "", "", "cs", "", "")));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        InvitationForm form = form("\u0007", "no domain", "no-address", "xx", "0", "\u202E");
        assertEquals(List.of("company", "domain", "email", "language", "days", "note"), wrong(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "-1", "+5", "1e9", "1000000000", "abc", "3.5", "٣", " ", "0x1F", "NaN"})
    void daysBeyondOneToNinetyAreRefused(String days) {
        assertEquals(List.of("days"), wrong(form("", "", "", "cs", days, "")));
        assertEquals(0, form("", "", "", "cs", days, "").validityDays());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "30,30", "90,90", "007,7"})
    void daysFromOneToNinetyAreTaken(String typed, int days) {
        assertEquals(days, form("", "", "", "cs", typed, "").validityDays());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://jizerske-sklo.example",
                "jizerske-sklo.example/path",
                "jizerske sklo.example",
                "jizerske-sklo",
                "@jizerske-sklo.example",
                "-a.example",
                "a..example",
                "127.0.0.1",
                "a.example:443",
                "a.example\u202E"
            })
    void whatIsNoDomainIsRefused(String domain) {
        assertEquals(List.of("domain"), wrong(form("", domain, "", "cs", "30", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jizerske-sklo.example", "ČOKOLÁDA.example", "xn--okolda-sta16a.example", "a.b.c.example"})
    void domainsAreTakenInAnyScript(String domain) {
        assertEquals(List.of(), wrong(form("", domain, "", "cs", "30", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jiri",
                "jiri@",
                "@sklo.example",
                "jiri@sklo",
                "jiri reznicek@sklo.example",
                "jiri@sklo.example, b@sklo.example",
                "Jiří <jiri@sklo.example>",
                "jiri@sklo.example\u0000"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertEquals(List.of("email"), wrong(form("", "", email, "cs", "30", "")));
    }

    @Test
    void aPartnerOfSeveralCapacitiesMustChooseOneItHas() {
        InvitationForm form = form("", "", "", "cs", "30", "");
        assertTrue(form.errors(TWO).has("capacity"));
        assertTrue(with("indirect-provider").errors(TWO).has("capacity"));
        assertTrue(with("indirect-reseller").errors(TWO).isEmpty());
        assertEquals(
                Capacity.DIRECT_BILL,
                with("indirect-provider").chosenCapacity(ONE).orElseThrow());
    }

    @Test
    void privilegesAreAlwaysAskedForInANationalCloud() {
        InvitationForm cleared = form("", "", "", "en", "30", "");
        assertEquals(false, cleared.asksDelegatedAdmin(Cloud.PUBLIC));
        assertTrue(cleared.asksDelegatedAdmin(Cloud.US_GOVERNMENT));
        assertTrue(cleared.asksDelegatedAdmin(Cloud.GERMANY));
    }

    @Test
    void lengthIsCountedInCharactersPeopleSee() {
        assertEquals(List.of(), wrong(form("🏔".repeat(200), "", "", "cs", "30", "")));
        assertEquals(List.of("company"), wrong(form("🏔".repeat(201), "", "", "cs", "30", "")));
        assertEquals(List.of("note"), wrong(form("", "", "", "cs", "30", "n".repeat(2_001))));
    }

    private static InvitationForm form(
            String company, String domain, String email, String language, String days, String note) {
        return new InvitationForm("", false, "", company, domain, email, language, days, note);
    }

    private static InvitationForm with(String capacity) {
        return new InvitationForm("", false, capacity, "", "", "", Language.CS.code(), "30", "");
    }

    private static List<String> wrong(InvitationForm form) {
        return List.copyOf(form.errors(ONE).problems().keySet());
    }
}
