package portal.platform.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.access.Visitors;
import portal.platform.database.Failure;
import portal.platform.database.OutcomeUnknownException;

/** The HTTP server: security headers, the gate before every route, and a page for whatever goes wrong. */
public final class WebServer implements AutoCloseable {
    static final String ANSWERED = "portal.answered";
    static final String CONTENT_POLICY = "Content-Security-Policy";
    static final String STREAMING = "portal.streaming";

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LARGEST_FORM = 256 * 1024;
    private static final long LARGEST_UPLOAD_MEGABYTES = 64;
    private static final long STOP_MILLISECONDS = 10_000;
    private static final int COMPRESSION_LEVEL = 1;

    private final Request.Setting setting;
    private final Set<String> hosts;
    private final String contentPolicy;
    private final Javalin javalin;
    private volatile boolean draining;

    /** A server for the routes; it does not listen yet. */
    public WebServer(
            Config config,
            Vault vault,
            Visitors visitors,
            Routes routes,
            List<MenuItem> menu,
            Renderer renderer,
            MeterRegistry meters,
            Clock clock) {
        Assets assets = new Assets();
        setting = new Request.Setting(
                config,
                vault,
                visitors,
                renderer,
                assets,
                menu,
                new Gzip(COMPRESSION_LEVEL),
                new RateLimits(),
                new Cookies(config.secure()),
                clock);
        hosts = config.addresses().map(Gate::authorityOf).collect(Collectors.toSet());
        contentPolicy = contentPolicy(config);
        routes.get(
                "/static/{version}/{name}",
                Access.ANYONE,
                request -> request.asset(assets.find(request.path("version"), request.path("name"))
                        .orElseThrow(Refusal::notFound)));
        RequestLog log = new RequestLog(meters);
        javalin = Javalin.create(javalinConfig -> {
            configure(javalinConfig, config, routes);
            javalinConfig.requestLogger.http(log::finished);
        });
    }

    private static String contentPolicy(Config config) {
        String provider = Gate.originOf(config.openId().discovery());
        String portals = config.addresses().map(Gate::originOf).distinct().collect(Collectors.joining(" "));
        // forms stand last: a page may let its own lead further
        return "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + portals + " " + provider;
    }

    private void configure(JavalinConfig javalin, Config config, Routes routes) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.maxRequestSize = LARGEST_FORM;
        javalin.http.prefer405over404 = true;
        javalin.http.compressionStrategy =
                new CompressionStrategy(null, new io.javalin.compression.Gzip(COMPRESSION_LEVEL));
        javalin.jetty.host = config.bindAddress();
        javalin.jetty.port = config.port();
        // one byte in memory: the rest of a file goes to disk, whatever its size
        javalin.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.BYTES);
        javalin.jetty.multipartConfig.maxFileSize(LARGEST_UPLOAD_MEGABYTES, SizeUnit.MB);
        javalin.jetty.multipartConfig.maxTotalRequestSize(LARGEST_UPLOAD_MEGABYTES + 1, SizeUnit.MB);
        javalin.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        javalin.jetty.modifyServer(WebServer::prepare);
        javalin.routes.before(this::begin);
        javalin.routes.after(context -> MDC.clear());
        Set<String> origins = config.addresses().map(Gate::originOf).collect(Collectors.toSet());
        routes.addTo(javalin.routes, new Gate(context -> Request.of(context, setting), origins));
        javalin.routes.exception(Exception.class, this::fail);
        // Javalin brings a handler of its own for these
        javalin.routes.exception(HttpResponseException.class, this::fail);
        javalin.routes.error(404, "*", this::missing);
    }

    private static void prepare(Server server) {
        server.setStopTimeout(STOP_MILLISECONDS);
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new BarePage());
    }

    private void begin(Context context) {
        Request request = Request.of(context, setting);
        MDC.put("request", request.id());
        context.header("X-Request-Id", request.id());
        if (draining) {
            // a proxy that keeps connections must not use this one in the moment it is closed
            context.header("Connection", "close");
        }
        context.header(CONTENT_POLICY, contentPolicy);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (setting.config().secure()) {
            context.header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        if (!hosts.contains(String.valueOf(context.host()).toLowerCase(Locale.ROOT))
                && !context.path().startsWith("/health/")) {
            throw Refusal.of(Refusal.Reason.WRONG_HOST);
        }
    }

    private void missing(Context context) {
        if (context.attribute(ANSWERED) == null) {
            explain(context, Refusal.notFound());
        }
    }

    private void fail(Exception exception, Context context) {
        if (context.attribute(STREAMING) != null) {
            LOG.warn("{} ended early", context.endpoint().path, exception);
            breakOff(context);
            return;
        }
        Refusal refusal = refusal(exception);
        if (refusal.reason().status() >= 500) {
            LOG.error("{} {} failed", context.method(), context.endpoint().path, exception);
        }
        explain(context, refusal);
    }

    /** A file that went out in part must not look like a whole one, so the connection ends without the answer's end. */
    private static void breakOff(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static Refusal refusal(Exception exception) {
        if (exception instanceof Refusal refusal) {
            return refusal;
        }
        if (exception instanceof HttpResponseException response) {
            return Refusal.of(byStatus(response.getStatus()));
        }
        if (exception instanceof OutcomeUnknownException) {
            return Refusal.of(Refusal.Reason.OUTCOME_UNKNOWN);
        }
        if (exception instanceof ServletException) {
            return Refusal.of(tooLarge(exception) ? Refusal.Reason.TOO_LARGE : Refusal.Reason.BAD_REQUEST);
        }
        boolean away = Failure.of(exception) == Failure.UNAVAILABLE;
        return Refusal.of(away ? Refusal.Reason.UNAVAILABLE : Refusal.Reason.FAILED);
    }

    /** A form with a file that Jetty cannot read, or that is too large: only its words tell. */
    private static boolean tooLarge(Exception broken) {
        Throwable deepest = broken;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).matches("max (file size|length) exceeded.*");
    }

    private static Refusal.Reason byStatus(int status) {
        return switch (status) {
            case 404 -> Refusal.Reason.NOT_FOUND;
            case 405 -> Refusal.Reason.WRONG_METHOD;
            case 413 -> Refusal.Reason.TOO_LARGE;
            default -> status < 500 ? Refusal.Reason.BAD_REQUEST : Refusal.Reason.FAILED;
        };
    }

    private void explain(Context context, Refusal refusal) {
        Request request = Request.of(context, setting);
        if (refusal.retryAfterSeconds() > 0) {
            context.header("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
        } else if (refusal.reason().status() == 503) {
            context.header("Retry-After", "5");
        }
        if (refusal.reason().status() >= 500) {
            request.forgetPerson();
        }
        try {
            request.page(refusal.reason().status(), new ErrorPages.Problem(refusal, request.id()));
        } catch (RuntimeException second) {
            LOG.error("cannot draw the error page", second);
            request.forgetPerson();
            request.page(refusal.reason().status(), new ErrorPages.Problem(refusal, request.id()));
        }
    }

    /** Starts to listen. */
    public void start() {
        javalin.start();
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Answers for so long as before, but ends each connection with its answer. */
    public void drain(Duration time) {
        draining = true;
        LockSupport.parkNanos(time.toNanos());
    }

    /** Whether it is about to stop. */
    public boolean draining() {
        return draining;
    }

    /** For the guard test of raw routes. */
    public Javalin javalin() {
        return javalin;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
