package portal.signin;

import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.access.Identity;
import portal.platform.access.OpenIdClient;
import portal.platform.access.Role;
import portal.platform.access.SignInException;
import portal.platform.access.Visitor;
import portal.platform.texts.Language;
import portal.platform.web.Cookies;
import portal.platform.web.Form;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The way in and out, and what everybody may choose: language and appearance. */
public final class SignInRoutes {
    /** Where the provider sends the browser back. */
    public static final String RETURN_PATH = "/sign-in/return";

    /** Where the provider tells that a session has ended there. */
    public static final String BACK_CHANNEL_PATH = "/sign-out/back-channel";

    /** Who came and went; refused access stands there too. */
    private static final Logger AUDIT = LoggerFactory.getLogger("portal.audit");

    private static final Logger LOG = LoggerFactory.getLogger(SignInRoutes.class);
    private static final int SIGN_INS = 30;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Made when somebody signs in: what they stand on takes long to load, and most pages do without. */
    private final Map<URI, OpenIdClient> clients = new ConcurrentHashMap<>();

    private final Config.OpenId provider;
    private final Sessions sessions;
    private final Persons persons;

    /** Signs in with the configured provider, which calls back the address the person came by. */
    public SignInRoutes(Config config, Sessions sessions, Persons persons) {
        provider = config.openId();
        this.sessions = sessions;
        this.persons = persons;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(
                "/sign-in",
                Access.ANYONE,
                request -> leave(request, request.query("return").orElse("/"), false));
        routes.post("/sign-in", Access.ANYONE, this::leaveFromForm);
        routes.get(RETURN_PATH, Access.ANYONE, this::comeBack);
        routes.post("/sign-out", Access.ANYONE, this::signOut);
        routes.message(BACK_CHANNEL_PATH, this::endFromProvider);
        routes.post("/preferences", Access.ANYONE, this::choose);
    }

    private OpenIdClient client(Request request) {
        return clients.computeIfAbsent(
                request.base(), address -> new OpenIdClient(provider, URI.create(address + RETURN_PATH)));
    }

    /** The token itself proves that the provider wrote it. */
    private void endFromProvider(Request request) {
        try {
            sessions.end(client(request).ended(request.form().line("logout_token")));
            request.text(200, "");
        } catch (SignInException refused) {
            LOG.warn("a logout token was refused: {}", String.valueOf(refused.getCause()));
            request.text(400, "invalid_request");
        }
    }

    /** As a form, so that an address that is a secret stands in no query. */
    private void leaveFromForm(Request request) {
        Form form = request.form();
        leave(request, form.line("return"), form.ticked("choose-account"));
    }

    private void leave(Request request, String returnTo, boolean chooseAccount) {
        request.limits().count("sign-in", request.ip(), SIGN_INS, PERIOD);
        try {
            OpenIdClient.Departure departure = client(request).depart(chooseAccount);
            String secret = sessions.depart(departure.attempt(), local(returnTo));
            request.cookie(attemptCookie(departure.attempt().state()), secret);
            request.redirect(departure.location().toString());
        } catch (SignInException away) {
            explain(request, away, local(returnTo));
        }
    }

    private static void explain(Request request, SignInException failure, String returnTo) {
        if (failure.providerAway()) {
            LOG.error("the OpenID provider does not answer: {}", failure.getMessage());
            request.unavailable(new SignInPages.Away(returnTo));
        } else {
            AUDIT.info("refused a sign-in");
            LOG.warn("a sign-in was refused", failure);
            request.page(400, new SignInPages.Failed(returnTo));
        }
    }

    /** Each attempt has a cookie of its own, so that two tabs may sign in at once. */
    private static String attemptCookie(String state) {
        return Cookies.ATTEMPT + "-" + HexFormat.of().formatHex(Vault.digest(state), 0, 6);
    }

    private void comeBack(Request request) {
        String cookie = attemptCookie(request.query("state").orElse(""));
        Optional<Sessions.Arrival> arrival =
                Optional.ofNullable(request.cookie(cookie)).flatMap(sessions::arrive);
        request.removeCookie(cookie);
        if (arrival.isEmpty()) {
            request.page(400, new SignInPages.Failed("/"));
            return;
        }
        try {
            Identity identity =
                    client(request).arrive(request.query(), arrival.get().attempt());
            Session.Device device = new Session.Device(request.ip(), request.userAgent());
            request.cookie(Cookies.SESSION, sessions.begin(identity, request.cookie(Cookies.SESSION), device));
            AUDIT.info("somebody of tenant {} signed in as {}", identity.tenantId(), Role.join(identity.roles()));
            request.redirect(arrival.get().returnTo());
        } catch (SignInException refused) {
            explain(request, refused, arrival.get().returnTo());
        }
    }

    private void signOut(Request request) {
        request.person().ifPresent(visitor -> AUDIT.info("person {} signed out", visitor.personId()));
        Optional<String> idToken =
                Optional.ofNullable(request.cookie(Cookies.SESSION)).flatMap(sessions::end);
        request.removeCookie(Cookies.SESSION);
        URI home = URI.create(request.base() + "/");
        OpenIdClient client = client(request);
        request.redirect(idToken.flatMap(token -> client.departure(token, home))
                .orElse(home)
                .toString());
    }

    private void choose(Request request) {
        Form form = request.form();
        Optional<Visitor> person = request.person();
        Language.of(form.line("language")).ifPresent(language -> {
            request.remember(Cookies.LANGUAGE, language.code());
            person.ifPresent(visitor -> persons.chooseLanguage(visitor.personId(), language));
        });
        String theme = form.line("theme");
        if (theme.equals("light") || theme.equals("dark") || theme.equals("system")) {
            request.remember(Cookies.THEME, theme);
            person.ifPresent(visitor -> persons.chooseTheme(visitor.personId(), theme));
        }
        request.redirect(local(form.line("return")));
    }

    /** Only a path of ours: one slash first, and nothing a browser could read as another host. */
    static String local(String address) {
        boolean path = address.startsWith("/")
                && !address.startsWith("//")
                && address.indexOf('\\') < 0
                && address.length() <= 1_000
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return path ? address : "/";
    }
}
