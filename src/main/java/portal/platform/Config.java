package portal.platform;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import portal.platform.access.CustomerPortal;
import portal.platform.access.Role;

/**
 * How this portal is set up, read once from environment variables; README lists them.
 *
 * @param baseUrl where partners reach the portal, without a trailing slash
 * @param keys portal keys, the current one first
 * @param databaseSilence after which a database server that does not answer is taken for lost
 * @param drain for how long a node that stops still serves, and tells reverse proxies to go elsewhere
 * @param linksShownAgain whether a sealed copy of a link's secret is kept, so that its draft can show it later
 * @param activityDays how long the activity log is kept; 0 for ever
 * @param directory null when no directory is connected
 * @param trustedProxies addresses whose X-Forwarded-For is believed
 */
public record Config(
        URI baseUrl,
        String bindAddress,
        int port,
        List<byte[]> keys,
        String databaseUrl,
        int databaseConnections,
        Duration databaseSilence,
        OpenId openId,
        Smtp smtp,
        Set<String> trustedProxies,
        Map<CustomerPortal, Portal> portals,
        Operator operator,
        String servicePhone,
        Duration sessionIdle,
        Duration sessionLength,
        ZoneId zone,
        boolean linksShownAgain,
        int activityDays,
        Management management,
        Directory directory,
        Duration drain) {

    /**
     * The OpenID provider.
     *
     * @param roleValues which value of the roles claim means which role
     * @param operatorTenants whose people can be operators: elsewhere anybody may give out this role as all others
     */
    public record OpenId(
            URI discovery,
            String clientId,
            String clientSecret,
            String scope,
            Claims claims,
            Map<String, Role> roleValues,
            Set<UUID> operatorTenants) {}

    /** Names of the claims read from the ID token. */
    public record Claims(String tenant, String roles, String name, String email, String phone, String domain) {}

    /**
     * Where mail goes out.
     *
     * @param url smtp://user:password@host:port, or smtps:// for TLS from the start
     */
    public record Smtp(URI url, String from) {}

    /**
     * A directory that changes of customers' users are passed on to, by SCIM 2.0.
     *
     * @param url the base, below which there is {@code /Users}
     * @param token bearer token
     */
    public record Directory(URI url, String token) {}

    /** A customers' portal: its name, and the base URL of this application there. */
    public record Portal(String name, URI baseUrl) {}

    /**
     * Where operators' tools ask for health and metrics, apart from what people reach.
     *
     * @param port 0: nowhere
     * @param slowStatement from when on a statement is reported as slow
     */
    public record Management(String bindAddress, int port, Duration slowStatement) {}

    /** Who runs the portal, and the address to write to about privacy and accessibility. */
    public record Operator(String name, String contact) {}

    /** Whether browsers reach the portal by HTTPS, so that cookies and headers may insist on it. */
    public boolean secure() {
        return "https".equals(baseUrl.getScheme());
    }

    /** All addresses of this application: partners' first, then the customers' portals'. */
    public Stream<URI> addresses() {
        return Stream.concat(Stream.of(baseUrl), portals.values().stream().map(Portal::baseUrl));
    }

    /** Base URL of a customers' portal. */
    public String portalUrl(CustomerPortal portal) {
        return portals.get(portal).baseUrl() + "/portals/" + portal.code();
    }

    /**
     * Reads the variables.
     *
     * @throws ConfigException naming every variable that is missing or wrong
     */
    public static Config from(Map<String, String> environment) {
        Environment read = new Environment(environment);
        URI baseUrl = read.address("PORTAL_BASE_URL", Environment.WEB);
        Config config = new Config(
                baseUrl,
                read.text("BIND", "127.0.0.1"),
                read.number("PORT", 8080, 0, 65_535),
                read.keys("PORTAL_KEY"),
                read.databaseUrl("DB_URL"),
                read.number("DB_CONNECTIONS", 16, 1, 500),
                Duration.ofSeconds(read.number("DB_SILENCE_SECONDS", 10, 1, 3_600)),
                openId(read),
                new Smtp(read.address("SMTP_URL", Environment.MAIL), read.text("MAIL_FROM")),
                read.list("TRUSTED_PROXIES"),
                portals(read, baseUrl),
                new Operator(read.text("OPERATOR_NAME"), read.text("OPERATOR_CONTACT")),
                read.text("SERVICE_PHONE", ""),
                Duration.ofMinutes(read.number("SESSION_IDLE_MINUTES", 60, 1, 10_080)),
                Duration.ofMinutes(read.number("SESSION_MINUTES", 720, 1, 43_200)),
                read.zone("DEFAULT_ZONE", "UTC"),
                read.flag("LINKS_SHOWN_AGAIN", true),
                read.number("ACTIVITY_DAYS", 0, 0, 36_500),
                new Management(
                        read.text("MANAGEMENT_BIND", "127.0.0.1"),
                        read.number("MANAGEMENT_PORT", 0, 0, 65_535),
                        Duration.ofMillis(read.number("SLOW_STATEMENT_MILLISECONDS", 500, 1, 600_000))),
                directory(read),
                Duration.ofSeconds(read.number("DRAIN_SECONDS", 5, 0, 600)));
        read.complain();
        return config;
    }

    private static Directory directory(Environment read) {
        return read.text("DIRECTORY_URL", "").isEmpty()
                ? null
                : new Directory(read.address("DIRECTORY_URL", Environment.WEB), read.text("DIRECTORY_TOKEN"));
    }

    private static OpenId openId(Environment read) {
        Claims claims = new Claims(
                read.text("OIDC_CLAIM_TENANT", "tid"),
                read.text("OIDC_CLAIM_ROLES", "roles"),
                read.text("OIDC_CLAIM_NAME", "name"),
                read.text("OIDC_CLAIM_EMAIL", "email"),
                read.text("OIDC_CLAIM_PHONE", "phone_number"),
                read.text("OIDC_CLAIM_DOMAIN", "email"));
        Map<String, Role> roles = Map.of(
                read.text("OIDC_ROLE_GLOBAL_ADMIN", "GlobalAdmin"), Role.GLOBAL_ADMIN,
                read.text("OIDC_ROLE_ADMIN_AGENT", "AdminAgent"), Role.ADMIN_AGENT,
                read.text("OIDC_ROLE_HELPDESK_AGENT", "HelpdeskAgent"), Role.HELPDESK_AGENT,
                read.text("OIDC_ROLE_OPERATOR", "Operator"), Role.OPERATOR);
        return new OpenId(
                read.address("OIDC_DISCOVERY", Environment.WEB),
                read.text("OIDC_CLIENT_ID"),
                read.text("OIDC_CLIENT_SECRET"),
                read.text("OIDC_SCOPE", "openid profile email"),
                claims,
                roles,
                read.ids("OPERATOR_TENANT"));
    }

    private static Map<CustomerPortal, Portal> portals(Environment read, URI baseUrl) {
        String base = baseUrl == null ? "http://localhost" : baseUrl.toString();
        Map<CustomerPortal, Portal> portals = new EnumMap<>(CustomerPortal.class);
        portals.put(
                CustomerPortal.MICROSOFT_365,
                new Portal(
                        read.text("PORTAL_MICROSOFT_365_NAME", "Microsoft 365 admin center"),
                        read.address("PORTAL_MICROSOFT_365_URL", base, Environment.WEB)));
        portals.put(
                CustomerPortal.OFFICE,
                new Portal(
                        read.text("PORTAL_OFFICE_NAME", "Microsoft Office admin portal"),
                        read.address("PORTAL_OFFICE_URL", base, Environment.WEB)));
        return portals;
    }
}
