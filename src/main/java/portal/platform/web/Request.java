package portal.platform.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.access.CustomerPortal;
import portal.platform.access.Footing;
import portal.platform.access.OrganizationKind;
import portal.platform.access.Visitor;
import portal.platform.access.Visitors;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** One request, as handlers see it: who asks, what was sent, and how to answer. */
public final class Request {
    /** What all requests share. */
    record Setting(
            Config config,
            Vault vault,
            Visitors visitors,
            Renderer renderer,
            Assets assets,
            List<MenuItem> menu,
            Gzip gzip,
            RateLimits limits,
            Cookies cookies,
            Clock clock) {}

    private static final String KEY = "portal.request";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Context context;
    private final Setting setting;
    private final String id = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1, 36);
    private final Instant now;
    private Optional<Visitor> visitor;
    private Texts texts;
    private Optional<CustomerPortal> portal = Optional.empty();

    private Request(Context context, Setting setting) {
        this.context = context;
        this.setting = setting;
        this.now = setting.clock().instant();
    }

    static Request of(Context context, Setting setting) {
        Request request = context.attribute(KEY);
        if (request == null) {
            request = new Request(context, setting);
            context.attribute(KEY, request);
        }
        return request;
    }

    /** Names this request in logs and on error pages. */
    public String id() {
        return id;
    }

    /** When it came in. */
    public Instant now() {
        return now;
    }

    /** Who asks; empty when not signed in. */
    public Optional<Visitor> person() {
        if (visitor == null) {
            String cookie = cookie(Cookies.SESSION);
            visitor = cookie == null ? Optional.empty() : setting.visitors().find(cookie);
        }
        return visitor;
    }

    /** Who asks, where the route's access has made sure that somebody is signed in. */
    public Visitor visitor() {
        return person().orElseThrow();
    }

    /** For error pages: nobody is signed in as far as they can tell. */
    void forgetPerson() {
        visitor = Optional.empty();
        texts = null;
    }

    /** The page is one of a customers' portal and bears its name. */
    public void inPortal(CustomerPortal customerPortal) {
        portal = Optional.of(customerPortal);
    }

    /**
     * Makes sure that the visitor may do something to one customer.
     *
     * @throws Refusal (403) with the reason
     */
    public void require(Access access, Footing footing) {
        access.refusal(visitor(), footing).ifPresent(reason -> {
            Gate.AUDIT.info("refused {} to person {}", access.code(), visitor().personId());
            throw Refusal.notAllowed(reason, visitor().home().name());
        });
    }

    /** The texts in the reader's language: own choice, else what the browser accepts. */
    public Texts texts() {
        if (texts == null) {
            texts = Texts.in(chosenLanguage().orElseGet(() -> Language.accepted(context.header("Accept-Language"))));
        }
        return texts;
    }

    private Optional<Language> chosenLanguage() {
        Optional<Language> chosen = person().isPresent() ? visitor().language() : Optional.empty();
        return chosen.or(() -> Language.of(String.valueOf(cookie(Cookies.LANGUAGE))));
    }

    /** The zone times are shown in. */
    public ZoneId zone() {
        return person().map(Visitor::zone).orElse(setting.config().zone());
    }

    /** The fields that were sent. */
    public Form form() {
        return new Form(context);
    }

    /**
     * The file that came with the form, to be read once; empty when none was chosen.
     *
     * @param field name of the form's field
     */
    public Optional<Upload> upload(String field) {
        return Optional.ofNullable(context.uploadedFile(field))
                .filter(file -> file.size() > 0)
                .map(file -> new Upload(file.filename(), file.size(), file.content()));
    }

    /** A part of the path. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /**
     * A part of the path that is an identifier.
     *
     * @throws Refusal (404) when it is none
     */
    public UUID id(String name) {
        return parse(path(name)).orElseThrow(Refusal::notFound);
    }

    /** An identifier somebody sent; empty when it is none. */
    public static Optional<UUID> parse(String value) {
        try {
            UUID parsed = UUID.fromString(value);
            return parsed.toString().equalsIgnoreCase(value) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    /** A parameter of the address; empty when missing or blank. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A parameter of the address that is an identifier; empty when missing or none. */
    public Optional<UUID> queryId(String name) {
        return query(name).flatMap(Request::parse);
    }

    /** All parameters of the address, the first of each name. */
    public Map<String, String> query() {
        Map<String, String> parameters = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    /** The portal's own address by which this request came: partners' or a customers' portal's. */
    public URI base() {
        String host = String.valueOf(context.host()).toLowerCase(Locale.ROOT);
        return setting.config()
                .addresses()
                .filter(address -> Gate.authorityOf(address).equals(host))
                .findFirst()
                .orElse(setting.config().baseUrl());
    }

    /** Path and query, to come back to. */
    public String address() {
        String query = context.queryString();
        return context.path() + (query == null ? "" : "?" + query);
    }

    /** Address of the browser, as far as trusted proxies tell. */
    public String ip() {
        String address = context.req().getRemoteAddr();
        if (!setting.config().trustedProxies().contains(address)) {
            return address;
        }
        // a proxy may add a line of its own instead of extending the one it got
        String forwarded = String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
        String[] hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!setting.config().trustedProxies().contains(hop)) {
                return hop.length() <= 45 && hop.matches("[0-9a-fA-F.:]+") ? hop : address;
            }
        }
        return address;
    }

    /** What the browser calls itself, at most 500 characters of it. */
    public String userAgent() {
        String agent = context.header("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(500, agent.length()));
    }

    /** The limits of this node. */
    public RateLimits limits() {
        return setting.limits();
    }

    /** A cookie of ours; null when there is none. */
    public String cookie(String name) {
        return setting.cookies().read(context, name);
    }

    /** Sets a cookie for a year. */
    public void remember(String name, String value) {
        setting.cookies().write(context, name, value, YEAR);
    }

    /** Sets a cookie until the browser closes. */
    public void cookie(String name, String value) {
        setting.cookies().write(context, name, value, -1);
    }

    /** Sets a cookie for a while. */
    public void cookie(String name, String value, Duration time) {
        setting.cookies().write(context, name, value, Math.toIntExact(time.toSeconds()));
    }

    /** Removes a cookie. */
    public void removeCookie(String name) {
        setting.cookies().remove(context, name);
    }

    /** The page may be named by its address alone, so the address goes to nobody and to no index. */
    public void secretAddress() {
        context.header("Referrer-Policy", "no-referrer");
        context.header("X-Robots-Tag", "noindex");
    }

    /** Lets the forms of this page lead to other sites too: a browser stops them there otherwise, also after a redirect. */
    public void formsMayLeadTo(Collection<String> origins) {
        String policy = context.res().getHeader(WebServer.CONTENT_POLICY);
        Stream<String> parts = Stream.concat(Stream.of(policy), origins.stream().distinct());
        context.header(WebServer.CONTENT_POLICY, parts.collect(Collectors.joining(" ")));
    }

    /** Answers with a page. */
    public void page(Page page) {
        page(200, page);
    }

    /** Answers with a page that asks to come back in some seconds. */
    public void unavailable(Page page) {
        context.header("Retry-After", "5");
        page(503, page);
    }

    /** Answers with a page and a status. */
    public void page(int status, Page page) {
        byte[] body = setting.renderer().render(view(), page);
        context.status(status).contentType("text/html; charset=utf-8");
        context.header("Cache-Control", "no-store");
        compressed(body, setting.gzip()::compress);
        context.attribute(WebServer.ANSWERED, true);
    }

    /** Answers with a plain text. */
    public void text(int status, String text) {
        context.status(status).contentType("text/plain; charset=utf-8").result(text);
        context.attribute(WebServer.ANSWERED, true);
    }

    /**
     * Answers with a file to be kept.
     *
     * @param fileName as it is to be called; what file systems or headers would stumble over is replaced
     */
    public void download(String fileName, String contentType, byte[] body) {
        context.status(200).contentType(contentType).result(body);
        context.header("Content-Disposition", attachment(fileName));
        context.header("Cache-Control", "no-store");
        context.attribute(WebServer.ANSWERED, true);
    }

    /** The name in ASCII for all, and in full for those who read RFC 8187. */
    static String attachment(String fileName) {
        String name = fileName.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^[.-]+", "");
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }

    /**
     * Answers with a file to be saved, written while it goes out.
     *
     * @param name of the file, in ASCII
     * @param content writes it; what has gone out cannot be taken back, so it ends early when this fails
     */
    public void download(String name, String contentType, Consumer<OutputStream> content) {
        context.status(200).contentType(contentType);
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        context.header("Cache-Control", "no-store");
        context.attribute(WebServer.ANSWERED, true);
        if (!context.method().equals(HandlerType.HEAD)) {
            context.attribute(WebServer.STREAMING, true);
            content.accept(context.outputStream());
        }
    }

    /** Answers with a static file, which browsers may keep for ever. */
    void asset(Assets.Asset asset) {
        context.contentType(asset.contentType()).header("Cache-Control", "public, max-age=31536000, immutable");
        compressed(asset.plain(), plain -> asset.compressed());
    }

    /** Sends a body whole, compressed for whoever can read it. */
    private void compressed(byte[] plain, UnaryOperator<byte[]> gzip) {
        context.disableCompression();
        context.header("Vary", "Accept-Encoding");
        if (Gzip.accepted(context.header("Accept-Encoding"))) {
            context.header("Content-Encoding", "gzip").result(gzip.apply(plain));
        } else {
            context.result(plain);
        }
    }

    /** Sends the browser to another page with GET (303). */
    public void redirect(String address) {
        context.header("Cache-Control", "no-store");
        context.redirect(address, io.javalin.http.HttpStatus.SEE_OTHER);
        context.attribute(WebServer.ANSWERED, true);
    }

    /** The same, with a message for that page. */
    public void redirect(String address, Flash flash) {
        cookie(Cookies.FLASH, flash.seal(setting.vault()));
        redirect(address);
    }

    /** Whether a form carries this visitor's token. */
    boolean tokenMatches() {
        return Csrf.matches(secret(false), context.formParam(Csrf.FIELD));
    }

    private View view() {
        Optional<Flash> flash = Optional.ofNullable(cookie(Cookies.FLASH)).flatMap(c -> Flash.open(setting.vault(), c));
        if (flash.isPresent()) {
            removeCookie(Cookies.FLASH);
        }
        Supplier<String> token = () -> Csrf.mask(secret(true));
        View.Appearance appearance = new View.Appearance(
                brand(), theme(), setting.config().operator().name());
        return new View(
                texts(),
                person(),
                addressToReturnTo(),
                appearance,
                setting.menu(),
                setting.assets(),
                token,
                flash,
                zone());
    }

    /** A page drawn for a form has no address to GET; the page of the form has. */
    private String addressToReturnTo() {
        if (!context.method().equals(HandlerType.POST)) {
            return address();
        }
        if (context.path().startsWith("/portals/")) {
            return context.path().substring(0, context.path().lastIndexOf('/'));
        }
        String referer = String.valueOf(context.header("Referer"));
        String origin = Gate.originOf(base());
        return referer.startsWith(origin + "/") ? referer.substring(origin.length()) : "/";
    }

    private String brand() {
        Optional<CustomerPortal> home = person().filter(p -> p.of(OrganizationKind.CUSTOMER))
                .map(p -> p.home().cloud().portal());
        return portal.or(() -> home)
                .map(p -> setting.config().portals().get(p).name())
                .orElseGet(() -> texts().text("layout.brand"));
    }

    private String theme() {
        String chosen = person().map(Visitor::theme).orElseGet(() -> cookie(Cookies.THEME));
        return chosen == null ? "system" : chosen;
    }

    private byte[] secret(boolean create) {
        if (person().isPresent()) {
            return visitor().csrfSecret();
        }
        try {
            byte[] secret = Base64.getUrlDecoder().decode(String.valueOf(cookie(Cookies.VISIT)));
            if (secret.length == Csrf.LENGTH) {
                return secret;
            }
        } catch (IllegalArgumentException notOurs) {
            // a new one is made below
        }
        if (!create) {
            return new byte[0];
        }
        byte[] secret = setting.vault().bytes(Csrf.LENGTH);
        cookie(Cookies.VISIT, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        return secret;
    }
}
