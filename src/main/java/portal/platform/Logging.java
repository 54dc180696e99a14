package portal.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.OptionHelper;
import org.slf4j.Logger;

/**
 * How lines are logged, as {@code LOG_FORMAT}, {@code LOG_LEVEL} and {@code LOG_REQUESTS} say. Logback finds it by its name
 * in {@code META-INF/services}; reading a file would take a twentieth of the time until the first page.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%X{request:--}] %logger{20} %msg%n";

    /** Called by Logback. */
    public Logging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(setting("LOG_FORMAT", "text").equals("json") ? json() : text());
        console.start();
        // libraries would tell cookies, codes and tokens below WARN, so LOG_LEVEL is of our own lines alone
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger("portal").setLevel(Level.toLevel(setting("LOG_LEVEL", "WARN")));
        context.getLogger("portal.audit").setLevel(Level.INFO);
        context.getLogger("portal.requests").setLevel(Level.toLevel(setting("LOG_REQUESTS", "OFF")));
        // it would tell beside our own line that it cannot connect
        context.getLogger("com.zaxxer.hikari.pool.HikariPool").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private Encoder<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    /** Of the context, which a test may change, or a variable. */
    private String setting(String name, String otherwise) {
        String value = OptionHelper.propertyLookup(name, context, null);
        return value == null ? otherwise : value;
    }
}
