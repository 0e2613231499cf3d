package uk.thinkuknow.classroom.player;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.thinkuknow.classroom.player.SeatSummary.Given;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests which options an answer has chosen. */
class SeatSummaryTest {
    @ParameterizedTest
    @CsvSource({"a=1, 'a=1,b=2'", "b=2, 'a=1,b=2'", "2, '1,2,22'", "22, '1,2,22'", "'', ''", "'', 'a,,b'", "'', 'a,'"})
    void anOptionIsChosenIfItsWholeKeyIsInTheList(String option, String chosen) {
        assertEquals(true, new Given("ask", chosen, null).hasChosen(option));
    }

    @ParameterizedTest
    @CsvSource({"a, 'a=1,b=2'", "1, 'a=1,b=2'", "2, '1,22'", "2, '22,12'", "a, ''", "'', 'a,b'", "'a=1,b=2', 'a=1'"})
    void aPartOfAKeyIsNotChosen(String option, String chosen) {
        assertEquals(false, new Given("ask", chosen, null).hasChosen(option));
    }
}
