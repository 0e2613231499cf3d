package uk.thinkuknow.web.internals;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how long a connection may take to send a request: here 10 for a header and 20 for a body. */
class RequestArrivalTest {
    private final RequestArrival arrival = new RequestArrival(10, 100);

    @Test
    void aConnectionThatNeverSendsAWholeHeaderIsTooSlowHoweverOftenItSendsAByte() {
        for (long now = 100; now <= 110; now++) {
            arrival.bytes(now);
            assertFalse(arrival.isTooSlow(now));
        }
        assertTrue(arrival.isTooSlow(111));
    }

    @Test
    void aConnectionThatWaitsForItsAnswerIsNeverTooSlow() {
        arrival.header(20, 105);
        arrival.end();
        assertFalse(arrival.isTooSlow(1_000_000));
    }

    @Test
    void aBodyHasItsOwnTimeHoweverOftenAByteComes() {
        arrival.header(20, 105);
        arrival.bytes(120);
        assertFalse(arrival.isTooSlow(125));
        assertTrue(arrival.isTooSlow(126));
        arrival.end();
        assertFalse(arrival.isTooSlow(126));
    }

    @Test
    void theHeaderAfterAWholeRequestIsTimedFromItsFirstByte() {
        arrival.header(20, 105);
        arrival.end();
        assertFalse(arrival.isTooSlow(500));
        arrival.bytes(500);
        arrival.bytes(509);
        assertFalse(arrival.isTooSlow(510));
        assertTrue(arrival.isTooSlow(511));
    }

    @Test
    void theTimeInWhichTheServerReadsNothingDoesNotCount() {
        arrival.header(20, 105);
        arrival.extend(1_000);
        assertFalse(arrival.isTooSlow(1_125));
        assertTrue(arrival.isTooSlow(1_126));
    }
}
