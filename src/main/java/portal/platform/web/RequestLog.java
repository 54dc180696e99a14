package portal.platform.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every request, and logs it where that is switched on: by its route, because an address may be a secret. */
final class RequestLog {
    static final String ROUTE = "portal.route";

    private static final Logger LOG = LoggerFactory.getLogger("portal.requests");

    private static final Set<HandlerType> KNOWN = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.POST);

    private final Meter.MeterProvider<Timer> timers;

    RequestLog(MeterRegistry meters) {
        timers = Timer.builder("http.server.requests")
                .description("Requests by method, route and status")
                .serviceLevelObjectives(
                        Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1))
                .withRegistry(meters);
    }

    void finished(Context context, float milliseconds) {
        String route = context.attribute(ROUTE);
        String path = route == null ? "none" : route;
        // somebody could ask by any word, and each would be counted for ever
        String method = KNOWN.contains(context.method()) ? context.method().name() : "other";
        int status = context.statusCode();
        timers.withTags(Tags.of("method", method, "route", path, "status", Integer.toString(status)))
                .record((long) (milliseconds * 1_000), TimeUnit.MICROSECONDS);
        LOG.info("{} {} {} {} ms", method, path, status, milliseconds);
    }
}
