package uk.thinkuknow.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the formats of numbers, dates and times. */
class InWordsTest {
    private static final Instant SUMMER = Instant.parse("2027-07-01T23:05:07Z");

    @Test
    void numbersAreGroupedAndTheirWordAgrees() {
        assertEquals("276,642", InWords.number(276_642));
        assertEquals(
                List.of("0 cards", "1 card", "1,200 cards"),
                List.of(
                        InWords.counted(0, "card", "cards"),
                        InWords.counted(1, "card", "cards"),
                        InWords.counted(1200, "card", "cards")));
        assertEquals(
                List.of("8,000", "400k", "1.2m"),
                List.of(InWords.briefly(8000), InWords.briefly(400_000), InWords.briefly(1_200_000)));
        assertEquals(List.of("12 kB", "1.5 MB"), List.of(InWords.size(12_700), InWords.size(1_572_864)));
        assertEquals("North, South and Wales", InWords.list(List.of("North", "South", "Wales")));
    }

    @Test
    void anInstantIsShownInUkTime() {
        assertEquals(
                List.of("2 July 2027", "2 Jul", "2 Jul 2027", "2 July", "Friday 2 July", "Fri 2 Jul"),
                List.of(
                        InWords.day(SUMMER),
                        InWords.shortDay(SUMMER),
                        InWords.shortDate(SUMMER),
                        InWords.dayAndMonth(SUMMER),
                        InWords.weekday(SUMMER),
                        InWords.shortWeekday(SUMMER)));
        assertEquals(
                List.of("Friday 2 July 2027", "July 2027", "2 July 2027, 00:05", "00:05", "00:05:07"),
                List.of(
                        InWords.longDay(SUMMER),
                        InWords.month(SUMMER),
                        InWords.time(SUMMER),
                        InWords.timeOfDay(SUMMER),
                        InWords.toTheSecond(SUMMER)));
        assertEquals("Fri 2 Jul 2027, 00:05", InWords.shortWeekdayAndTime(SUMMER));
    }

    @Test
    void aDayOrATimeWithoutAZoneIsShownUnchanged() {
        assertEquals("9 February 2027", InWords.day(LocalDate.of(2027, 2, 9)));
        assertEquals("10:00", InWords.timeOfDay(LocalTime.of(10, 0)));
        assertEquals("9 February 2027, 10:00", InWords.time(LocalDateTime.of(2027, 2, 9, 10, 0)));
    }
}
