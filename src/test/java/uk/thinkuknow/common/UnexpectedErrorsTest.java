package uk.thinkuknow.common;

import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that an error that somebody causes thousands of times is a few stack traces, each found by its reference. */
class UnexpectedErrorsTest {
    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        UnexpectedErrors.endMinute();
        log.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void aThousandErrorsOfAKindAreThreeTracesAndTheirNumber() {
        var references = new HashSet<PublicId>();
        for (int i = 0; i < 1_000; i++) {
            references.add(UnexpectedErrors.log(failure("number " + i)));
        }
        assertEquals(UnexpectedErrors.TRACES_A_MINUTE, traces());
        assertEquals(UnexpectedErrors.TRACES_A_MINUTE, references.size());
        references.forEach(
                reference -> assertTrue(log.text().contains("unexpected, reference " + reference), log.text()));
        UnexpectedErrors.endMinute();
        assertEquals(1, linesWith(": 997 more within a minute"));
        UnexpectedErrors.log(failure("a new minute"));
        assertEquals(UnexpectedErrors.TRACES_A_MINUTE + 1, traces());
    }

    @Test
    void anErrorOfAnotherKindIsNotHiddenByALoudOne() {
        for (int i = 0; i < 100; i++) {
            UnexpectedErrors.log(failure("loud"));
        }
        var reference = UnexpectedErrors.log(new IllegalStateException("another"));
        assertEquals(1, linesWith("unexpected, reference " + reference));
        assertEquals(1, linesWith("IllegalStateException: another"));
    }

    private static RuntimeException failure(String message) {
        return new ArithmeticException(message);
    }

    private long traces() {
        return linesWith("java.lang.ArithmeticException: ");
    }

    private long linesWith(String words) {
        return log.text().lines().filter(line -> line.contains(words)).count();
    }
}
