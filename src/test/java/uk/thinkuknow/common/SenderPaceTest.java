package uk.thinkuknow.common;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how much a sender may send. */
class SenderPaceTest {
    private final SenderPace pace = new SenderPace(120, 500);

    @Test
    void aSenderSendsAHundredAndTwentyThingsAtOnceThenTwoASecondAndAnotherIsNotSlowed() {
        assertEquals(120, sent("one", 1_000, 200));
        assertFalse(pace.allows("one", 1, 1_499));
        assertTrue(pace.allows("one", 1, 1_500));
        assertFalse(pace.allows("one", 1, 1_500));
        assertEquals(20, sent("one", 11_500, 200));
        assertEquals(120, sent("another", 1_000, 200));
    }

    @Test
    void manyThingsAtOnceCountAsMany() {
        assertTrue(pace.allows("one", 100, 1_000));
        assertFalse(pace.allows("one", 21, 1_000), "and none of these is counted");
        assertTrue(pace.allows("one", 20, 1_000));
        assertFalse(pace.allows("one", 1, 1_000));
    }

    @Test
    void inventedNamesAreNotKeptAndSlowNobody() throws Exception {
        sent("guesser", 60_000, 200);
        var invented = new ArrayList<WeakReference<String>>();
        IntStream.range(0, 100_000).forEach(number -> {
            var cookie = "cookie " + number;
            invented.add(new WeakReference<>(cookie));
            pace.allows(cookie, 1, 60_000);
        });
        assertFalse(pace.allows("guesser", 1, 60_000));
        assertTrue(sent("another", 60_000, 200) > 110);
        Eventually.holds("no cookie in memory", () -> {
            System.gc();
            return invented.stream().allMatch(cookie -> cookie.get() == null);
        });
    }

    private long sent(String cookie, long atMillis, int forms) {
        return IntStream.range(0, forms)
                .filter(form -> pace.allows(cookie, 1, atMillis))
                .count();
    }
}
