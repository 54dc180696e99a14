package portal.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the demo's helpers from telling about each of their steps; warnings stay. */
final class LibraryLogs {
    private LibraryLogs() {}

    static void quieten(String packageName) {
        if (LoggerFactory.getLogger(packageName) instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }
}
