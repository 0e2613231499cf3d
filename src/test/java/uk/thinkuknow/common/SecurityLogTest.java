package uk.thinkuknow.common;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.classroom.board.MovableClock;
import uk.thinkuknow.common.SecurityLog.Attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that attempts are logged, and that thousands of them are a few lines. */
class SecurityLogTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T09:00:00Z"));
    private final SecurityLog security = new SecurityLog(clock);
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
        clock.move(Duration.ofMinutes(1));
        security.record(Attempt.OTHER_SITE, "POST /classes");
        assertEquals(1, linesWith("token refused: 990 more within a minute"));
        assertEquals(1, linesWith("other site: POST /classes"));
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
        assertTrue(linesWith("not found: person") <= SecurityLog.SENDERS_A_MINUTE + SecurityLog.LINES_A_MINUTE);
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
