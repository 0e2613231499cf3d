package uk.thinkuknow.attendance.confirmation;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class UsualTest {
    @Test
    void theSmallestAndTheLargestTenthAreNotUsual() {
        var numbers = LongStream.rangeClosed(1, 20).boxed().toList().reversed();
        assertEquals(new Usual.Range(3, 18), Usual.Range.of(numbers));
    }

    @Test
    void nothingIsUsualAfterTwoLessons() {
        assertNull(Usual.Range.of(List.of(40L, 45L)));
        assertEquals(new Usual.Range(38, 45), Usual.Range.of(List.of(40L, 45L, 38L)));
    }

    @Test
    void oneNumberIsNoRange() {
        assertEquals("Usual here: 40 minutes.", new Usual(new Usual.Range(40, 40), null).minutesInWords());
        assertEquals("Usual with this class: 25 to 28.", new Usual(null, new Usual.Range(25, 28)).childrenInWords());
        assertEquals("", Usual.UNKNOWN.minutesInWords());
    }
}
