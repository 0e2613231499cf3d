package uk.thinkuknow.common;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how many forms a browser may send. */
class FormPaceTest {
    private final FormPace pace = new FormPace();

    @Test
    void aBrowserSendsAHundredAndTwentyFormsAtOnceThenTwoASecondAndAnotherIsNotSlowed() {
        assertEquals(120, sent("one", 1_000, 200));
        assertFalse(pace.allows("one", 1_499));
        assertTrue(pace.allows("one", 1_500));
        assertFalse(pace.allows("one", 1_500));
        assertEquals(20, sent("one", 11_500, 200));
        assertEquals(120, sent("another", 1_000, 200));
    }

    @Test
    void inventedCookiesAreNotKeptAndSlowNobody() throws Exception {
        sent("guesser", 60_000, 200);
        var invented = new ArrayList<WeakReference<String>>();
        IntStream.range(0, 100_000).forEach(number -> {
            var cookie = "cookie " + number;
            invented.add(new WeakReference<>(cookie));
            pace.allows(cookie, 60_000);
        });
        assertFalse(pace.allows("guesser", 60_000));
        assertTrue(sent("another", 60_000, 200) > 110);
        Eventually.holds("no cookie in memory", () -> {
            System.gc();
            return invented.stream().allMatch(cookie -> cookie.get() == null);
        });
    }

    private long sent(String cookie, long atMillis, int forms) {
        return IntStream.range(0, forms)
                .filter(form -> pace.allows(cookie, atMillis))
                .count();
    }
}
