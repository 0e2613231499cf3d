package uk.thinkuknow.common;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the conversion between UK local time and instants, also when the clocks change. */
class LondonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10-23T09:30, 2026-10-23T08:30:00Z",
        "2026-10-26T09:30, 2026-10-26T09:30:00Z",
        "2027-03-26T09:30, 2027-03-26T09:30:00Z",
        "2027-03-29T09:30, 2027-03-29T08:30:00Z"
    })
    void halfPastNineIsHalfPastNineBeforeAndAfterBothChangesOfTheClocks(LocalDateTime localTime, Instant at) {
        assertEquals(at, London.at(localTime));
        assertEquals(localTime, London.localTimeAt(at));
    }

    @Test
    void aTimeThatOccursTwiceMeansTheFirst() {
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), London.at(LocalDateTime.parse("2026-10-25T01:30")));
    }

    @Test
    void aTimeThatDoesNotExistIsRefusedWithTheTimeAndTheDay() {
        var refused = assertThrows(NoSuchTime.class, () -> London.at(LocalDateTime.parse("2027-03-28T01:30")));
        assertTrue(refused.why().startsWith("There is no 01:30 on 28 March 2027"), refused.why());
    }

    @Test
    void theTimesJustBeforeAndAfterTheSkippedHourExist() {
        assertEquals(Instant.parse("2027-03-28T01:00:00Z"), London.at(LocalDateTime.parse("2027-03-28T02:00")));
        assertEquals(Instant.parse("2027-03-28T00:59:00Z"), London.at(LocalDateTime.parse("2027-03-28T00:59")));
    }
}
