package uk.thinkuknow.common;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
    void cookiesWithoutRecentFormsAreForgottenAndOthersAreNot() {
        sent("guesser", 60_000, 200);
        IntStream.range(0, 10_000).forEach(number -> pace.allows("cookie " + number, 1_000));
        assertFalse(pace.allows("guesser", 60_000));
    }

    private long sent(String cookie, long atMillis, int forms) {
        return IntStream.range(0, forms)
                .filter(form -> pace.allows(cookie, atMillis))
                .count();
    }
}
