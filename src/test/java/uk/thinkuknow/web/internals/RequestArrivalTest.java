package uk.thinkuknow.web.internals;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how long a connection may take to send a request: here 10 for a header and 20 for a body. */
class RequestArrivalTest {
    private final RequestArrival arrival = new RequestArrival(10, 100);
    private final Request request = new Request();

    /** A request whose body and answer the test decides about. */
    private static final class Request implements RequestArrival.Begun {
        private boolean read;
        private boolean answered;

        @Override
        public boolean isRead() {
            return read;
        }

        @Override
        public boolean isAnswered() {
            return answered;
        }
    }

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
        arrival.header(request, 20, 105);
        request.read = true;
        arrival.bytes(106);
        assertFalse(arrival.isTooSlow(1_000_000));
    }

    @Test
    void aBodyHasItsOwnTimeHoweverOftenAByteComes() {
        arrival.header(request, 20, 105);
        arrival.bytes(120);
        assertFalse(arrival.isTooSlow(125));
        assertTrue(arrival.isTooSlow(126));
        request.read = true;
        assertFalse(arrival.isTooSlow(126));
    }

    @Test
    void theHeaderAfterAnAnsweredRequestIsTimedFromItsFirstByte() {
        arrival.header(request, 20, 105);
        request.answered = true;
        assertFalse(arrival.isTooSlow(500));
        arrival.bytes(500);
        arrival.bytes(509);
        assertFalse(arrival.isTooSlow(510));
        assertTrue(arrival.isTooSlow(511));
        arrival.header(request, 20, 511);
        assertFalse(arrival.isTooSlow(10_000));
    }

    @Test
    void aSharedConnectionIsNotTimed() {
        arrival.share();
        assertFalse(arrival.isTooSlow(1_000_000));
    }
}
