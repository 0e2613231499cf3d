package uk.thinkuknow.common;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that a stream that was broken off is not logged, and every other error is. */
class BrokenOffStreamsTest {
    private static boolean isLogged(String logger, Throwable thrown) {
        var record = new LogRecord(Level.SEVERE, "failed");
        record.setLoggerName(logger);
        record.setThrown(thrown);
        return new BrokenOffStreams().isLoggable(record);
    }

    @Test
    void onlyAnAnswerThatHadBegunIsLeftOut() {
        var begun = new IllegalStateException("Response head already sent");
        assertFalse(isLogged(BrokenOffStreams.LOGGER, begun));
        assertTrue(isLogged("uk.thinkuknow.Main", begun));
        assertTrue(isLogged(BrokenOffStreams.LOGGER, new IllegalStateException("no such school")));
    }
}
