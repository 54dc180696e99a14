package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import io.javalin.Javalin;
import io.javalin.http.Handler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import portal.demo.DemoPeople.Person;

/**
 * A small OpenID provider on 127.0.0.1 where one signs in by choosing a person: code flow only, with PKCE (S256) and a
 * nonce required.
 */
public final class DemoProvider implements AutoCloseable {
    private static final long LARGEST_BODY = 64 * 1024;
    private static final int MOST_GRANTS = 1000;

    private final Registrations registrations;
    private final SigningKey key;
    private final Javalin server;
    private volatile URI issuer;

    private DemoProvider(Registrations registrations, Accounts accounts, String token, SigningKey key, Clock clock) {
        this.registrations = registrations;
        this.key = key;
        ScimEndpoint scim = new ScimEndpoint(accounts, token, registrations::hasMailbox);
        ShortLived<SignIn> codes = new ShortLived<>(clock, Duration.ofSeconds(60), MOST_GRANTS);
        ShortLived<SignIn> accessTokens = new ShortLived<>(clock, IdToken.LIFETIME, MOST_GRANTS);
        Endpoint authorization = new AuthorizationEndpoint(
                registrations, new PasswordSignIn(accounts, clock), codes, clock, this::issuer);
        Endpoint tokens = new TokenEndpoint(registrations, codes, accessTokens, key, clock, this::issuer);
        Endpoint userInfo = new UserInfoEndpoint(accessTokens);
        Endpoint endSession = new EndSessionEndpoint(registrations, key, this::issuer);
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get(Discovery.DOCUMENT, handler(request -> Discovery.document(issuer())));
            config.routes.get(Discovery.KEYS, handler(request -> Discovery.keys(key)));
            config.routes.get(Discovery.AUTHORIZATION, handler(authorization));
            config.routes.post(Discovery.AUTHORIZATION, handler(authorization));
            config.routes.post(Discovery.TOKEN, handler(tokens));
            config.routes.get(Discovery.USER_INFO, handler(userInfo));
            config.routes.post(Discovery.USER_INFO, handler(userInfo));
            config.routes.get(Discovery.END_SESSION, handler(endSession));
            config.routes.post(Discovery.END_SESSION, handler(endSession));
            scim.addTo(config.routes);
        });
    }

    /**
     * An application that may ask for sign-ins.
     *
     * @param redirectUris where codes may be sent, compared character by character
     * @param postLogoutRedirectUris where people may be sent after signing out, compared the same way
     */
    public record Client(String id, String secret, List<URI> redirectUris, List<URI> postLogoutRedirectUris) {
        /** Keeps the addresses as they are now. */
        public Client {
            redirectUris = List.copyOf(redirectUris);
            postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        }
    }

    /**
     * The provider as a directory that the portal passes users on to.
     *
     * @param file keeps the users between runs; null for users of this run only
     * @param token bearer token of who may change users
     */
    public record Directory(Path file, String token) {}

    /**
     * Starts the provider, with a directory in memory that nobody may change.
     *
     * @param port the TCP port, 0 for a free one
     * @param keyFile keeps the signing key between runs; null for a key of this run only
     * @param client the first client, see {@link #registerClient(Client)}
     * @param people who can sign in
     * @throws java.io.UncheckedIOException when the key file cannot be read or written
     * @throws IllegalStateException when the key file holds no key
     * @throws RuntimeException when the port is taken
     */
    public static DemoProvider start(int port, Path keyFile, Client client, List<Person> people) {
        return start(
                port,
                keyFile,
                client,
                people,
                new Directory(null, UUID.randomUUID().toString()));
    }

    /** The same, with a directory. */
    public static DemoProvider start(int port, Path keyFile, Client client, List<Person> people, Directory directory) {
        DemoProvider provider = new DemoProvider(
                new Registrations(client, people),
                new Accounts(directory.file()),
                directory.token(),
                SigningKey.load(keyFile),
                Clock.systemUTC());
        provider.listen(port);
        return provider;
    }

    private void listen(int port) {
        server.start("127.0.0.1", port);
        issuer = URI.create("http://127.0.0.1:" + server.port());
    }

    /** What the {@code iss} claim says. */
    public URI issuer() {
        return issuer;
    }

    /** The address of the discovery document. */
    public URI discovery() {
        return issuer.resolve(Discovery.DOCUMENT);
    }

    /** Where the portal passes users on to. */
    public URI directory() {
        return issuer.resolve(ScimEndpoint.PATH);
    }

    /** Adds a client, or replaces the one of the same id, when its addresses are known only now. */
    public void registerClient(Client client) {
        registrations.register(client);
    }

    /** Lets one more person sign in, or replaces the one of the same value. */
    public void add(Person person) {
        registrations.add(person);
    }

    /** What the provider would tell a client's server when somebody's session ends here. */
    public String logoutToken(String client, String subject, String session) {
        return key.sign(LogoutToken.claims(
                        issuer, client, subject, session, Clock.systemUTC().instant()))
                .serialize();
    }

    /** Stops the provider; codes and access tokens are gone then. */
    @Override
    public void close() {
        server.stop();
    }

    private static Handler handler(Endpoint endpoint) {
        return context -> {
            HTTPResponse response = endpoint.answer(JakartaServletUtils.createHTTPRequest(context.req(), LARGEST_BODY));
            JakartaServletUtils.applyHTTPResponse(response, context.res());
        };
    }
}
