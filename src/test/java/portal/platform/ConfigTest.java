package portal.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Map<String, String> LEAST = Map.of(
            "PORTAL_BASE_URL", "https://portal.example/",
            "PORTAL_KEY", KEY,
            "DB_URL", "jdbc:mariadb://db/portal",
            "OIDC_DISCOVERY", "https://login.example/.well-known/openid-configuration",
            "OIDC_CLIENT_ID", "portal",
            "OIDC_CLIENT_SECRET", "secret",
            "SMTP_URL", "smtp://mail",
            "MAIL_FROM", "portal@portal.example",
            "OPERATOR_NAME", "Operator",
            "OPERATOR_CONTACT", "operator@portal.example");

    @Test
    void oneWhoSetsNothingReadsEveryNameAtOnce() {
        String message = complaint(Map.of());
        LEAST.keySet().forEach(name -> assertTrue(message.contains(name + " is missing"), name));
    }

    @Test
    void oneWhoSetsTheLeastCanStart() {
        Config config = Config.from(LEAST);
        assertTrue(config.secure());
        assertEquals("https://portal.example", config.baseUrl().toString());
        assertFalse(
                Config.from(with("PORTAL_BASE_URL", "http://localhost:8080")).secure());
    }

    @Test
    void directoryNeedsATokenAndMayBeLeftOut() {
        assertNull(Config.from(LEAST).directory());
        assertTrue(complaint(with("DIRECTORY_URL", "https://directory.example/scim/v2"))
                .contains("DIRECTORY_TOKEN is missing"));
        Map<String, String> both = new HashMap<>(with("DIRECTORY_URL", "https://directory.example/scim/v2/"));
        both.put("DIRECTORY_TOKEN", "secret");
        assertEquals(
                "https://directory.example/scim/v2",
                Config.from(both).directory().url().toString());
    }

    @Test
    void eachMissingNameIsNamed() {
        for (String name : LEAST.keySet()) {
            String message = complaint(with(name, " "));
            assertTrue(message.contains(name), message);
            assertEquals(2, message.lines().count(), message);
        }
    }

    @Test
    void eachWrongValueIsNamedInOneMessage() {
        Map<String, String> wrong = new HashMap<>(LEAST);
        wrong.put("PORTAL_BASE_URL", "portal.example");
        wrong.put("PORTAL_KEY", KEY + ", too-short");
        wrong.put("PORT", "70000");
        wrong.put("DB_CONNECTIONS", "many");
        wrong.put("DB_URL", "mariadb://db/portal");
        wrong.put("OIDC_DISCOVERY", "https://");
        wrong.put("SMTP_URL", "mail server");
        wrong.put("PORTAL_MICROSOFT_365_URL", "ftp//portal");
        wrong.put("PORTAL_OFFICE_URL", "/office");
        wrong.put("SESSION_IDLE_MINUTES", "0");
        wrong.put("SESSION_MINUTES", "-1");
        wrong.put("DEFAULT_ZONE", "Europe/Atlantis");
        Set<String> set = new java.util.TreeSet<>(wrong.keySet());
        set.removeIf(name -> wrong.get(name).equals(LEAST.get(name)));

        String message = complaint(wrong);

        set.forEach(name -> assertTrue(message.contains("\n  " + name + " "), name + " in " + message));
        assertEquals(1 + set.size(), message.lines().count(), message);
    }

    @Test
    void secretsAreNotTold() {
        assertFalse(complaint(with("PORTAL_KEY", "c2VjcmV0LWtleQ==")).contains("c2VjcmV0LWtleQ=="));
    }

    @Test
    void addressesOfThePortalAreWebAddresses() {
        for (String name : List.of("PORTAL_BASE_URL", "PORTAL_OFFICE_URL", "OIDC_DISCOVERY")) {
            assertTrue(complaint(with(name, "ftp://portal.example")).contains(name));
        }
        assertTrue(complaint(with("SMTP_URL", "https://mail.example")).contains("SMTP_URL"));
    }

    @Test
    void severalKeysAreReadInTheirOrder() {
        byte[] second = new byte[32];
        second[0] = 1;
        List<byte[]> keys = Config.from(
                        with("PORTAL_KEY", KEY + " , " + Base64.getEncoder().encodeToString(second)))
                .keys();
        assertEquals(2, keys.size());
        assertEquals(1, keys.get(1)[0]);
    }

    @Test
    void databaseUrlIsOneTheDriverReadsAndLeavesThePortalItsOptions() {
        for (String wrong :
                List.of("jdbc:mysql://db/portal", "jdbc:postgresql://db/portal", "db:3306", "jdbc:mariadb:db")) {
            assertTrue(complaint(with("DB_URL", wrong + "?password=geheim")).contains("\n  DB_URL "), wrong);
            assertFalse(complaint(with("DB_URL", wrong + "?password=geheim")).contains("geheim"), wrong);
        }
        String url = "jdbc:mariadb:sequential://db1,db2:3307/portal?user=portal&password=geheim&socketTimeout=9000";
        assertEquals(url, Config.from(with("DB_URL", url)).databaseUrl());
        for (String ours : List.of("initSql=set @a = 1", "initsql=do 1", "socketFactory=org.example.Sockets")) {
            assertTrue(complaint(with("DB_URL", url + "&" + ours)).contains("initSql or socketFactory"), ours);
        }
        assertTrue(complaint(with("DB_URL", url + "&sslMode=sometimes")).contains("DB_URL cannot be read"));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put(name, value);
        return settings;
    }

    private static String complaint(Map<String, String> settings) {
        return assertThrows(ConfigException.class, () -> Config.from(settings)).getMessage();
    }
}
