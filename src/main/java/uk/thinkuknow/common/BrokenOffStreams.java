package uk.thinkuknow.common;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out what Quarkus logs, with a stack trace, when the other side breaks off a stream: tablets do so all the time, and
 * a stranger could fill the disk with it.
 */
@LoggingFilter(name = "broken-off-streams")
public final class BrokenOffStreams implements Filter {
    static final String LOGGER = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";
    private static final String BEGUN = "already sent";

    @Override
    public boolean isLoggable(LogRecord record) {
        return !LOGGER.equals(record.getLoggerName())
                || record.getThrown() == null
                || !String.valueOf(record.getThrown().getMessage()).endsWith(BEGUN);
    }
}
