package uk.thinkuknow.common;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.common.SecurityLog.Attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that attempts are logged, and that thousands of them are a few lines. */
class SecurityLogTest {
    private final List<Runnable> inAMinute = new ArrayList<>();
    private final SecurityLog security = new SecurityLog(new LogLimit(SecurityLog.LINES_A_MINUTE, inAMinute::add));
    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aThousandAttemptsInAMinuteAreTenLinesAndThenTheirNumber() {
        for (int i = 0; i < 1_000; i++) {
            security.record(Attempt.FORM_TOKEN, "POST /classes");
        }
        assertEquals(10, linesWith("token refused: POST /classes"));
        aMinutePasses();
        assertEquals(1, linesWith("token refused: 990 more within a minute"), "without a further attempt");
        security.record(Attempt.FORM_TOKEN, "POST /classes");
        assertEquals(11, linesWith("token refused: POST /classes"), "a new minute");
        aMinutePasses();
        assertEquals(1, linesWith("more within a minute"));
    }

    /** What was to run in a minute runs; it is one thing, however many attempts there were. */
    private void aMinutePasses() {
        assertEquals(1, inAMinute.size());
        inAMinute.removeFirst().run();
    }

    @Test
    void whoIsLoudHidesNobodyElse() {
        for (int i = 0; i < 1_000; i++) {
            security.record(Attempt.UNKNOWN_ID, "tess", "tess");
        }
        security.record(Attempt.UNKNOWN_ID, "una", "una");
        assertEquals(1, linesWith("not found: una"));
    }

    @Test
    void thousandsOfSendersAreAFewLinesMoreThanTheirLimit() {
        for (int i = 0; i < 10_000; i++) {
            security.record(Attempt.UNKNOWN_ID, "person" + i, "person");
        }
        assertTrue(linesWith("not found: person") <= LogLimit.SOURCES_A_MINUTE + SecurityLog.LINES_A_MINUTE);
    }

    @Test
    void ofAPathOnlyTheBeginningIsShown() {
        assertEquals("/invitations/…", SecurityLog.beginning("/invitations/secret/mine"));
        assertEquals("/classes", SecurityLog.beginning("/classes"));
        assertFalse(SecurityLog.beginning("/a/secret").contains("secret"));
    }

    private long linesWith(String words) {
        return log.text().lines().filter(line -> line.contains(words)).count();
    }
}
