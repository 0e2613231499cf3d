package uk.thinkuknow.attendance.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests parsing dates and card numbers of paper registers. */
class CellParserTest {
    @Test
    void datesAreReadInUsualFormatsAndOnlyWithAFullYear() {
        var day = Optional.of(LocalDate.of(2026, 11, 4));
        for (var text : List.of(
                "2026-11-04", "04/11/2026", "4/11/2026", "4.11.2026", "4-11-2026", "4 Nov 2026", "4 November 2026")) {
            assertEquals(day, CellParser.date(text), text);
        }
        for (var text : List.of("", "4/11", "31/6/2026", "4/11/26", "tomorrow")) {
            assertEquals(Optional.empty(), CellParser.date(text), text);
        }
    }

    @Test
    void cardNumbersAndRangesAreReadOnceEachAndImpossibleOnesRefused() {
        assertEquals(Optional.of(List.of(1, 2, 3, 14, 17)), CellParser.cards("1-3, 14 17;2"));
        assertEquals(Optional.of(List.of(4, 5)), CellParser.cards("4 – 5"));
        for (var text : List.of("", "twelve", "3-1", "0", "1-500", "1,x")) {
            assertEquals(Optional.empty(), CellParser.cards(text), text);
        }
    }
}
