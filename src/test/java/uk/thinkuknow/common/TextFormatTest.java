package uk.thinkuknow.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the formats of numbers, dates and times. */
class TextFormatTest {
    private static final Instant SUMMER = Instant.parse("2027-07-01T23:05:07Z");

    @Test
    void numbersCountsAxisLabelsFileSizesAndListsAreFormatted() {
        assertEquals("276,642", TextFormat.number(276_642));
        assertEquals(
                List.of("0 cards", "1 card", "1,200 cards"),
                List.of(
                        TextFormat.counted(0, "card", "cards"),
                        TextFormat.counted(1, "card", "cards"),
                        TextFormat.counted(1200, "card", "cards")));
        assertEquals(
                List.of("8,000", "400k", "1.2m"),
                List.of(TextFormat.axisLabel(8000), TextFormat.axisLabel(400_000), TextFormat.axisLabel(1_200_000)));
        assertEquals(List.of("12 kB", "1.5 MB"), List.of(TextFormat.size(12_700), TextFormat.size(1_572_864)));
        assertEquals("North, South and Wales", TextFormat.list(List.of("North", "South", "Wales")));
    }

    @Test
    void anInstantIsShownInUkTime() {
        assertEquals(
                List.of("2 July 2027", "2 Jul", "2 Jul 2027", "2 July", "Friday 2 July", "Fri 2 Jul"),
                List.of(
                        TextFormat.day(SUMMER),
                        TextFormat.shortDay(SUMMER),
                        TextFormat.shortDate(SUMMER),
                        TextFormat.dayAndMonth(SUMMER),
                        TextFormat.weekday(SUMMER),
                        TextFormat.shortWeekday(SUMMER)));
        assertEquals(
                List.of("Friday 2 July 2027", "July 2027", "2 July 2027, 00:05", "00:05", "00:05:07"),
                List.of(
                        TextFormat.longDay(SUMMER),
                        TextFormat.month(SUMMER),
                        TextFormat.time(SUMMER),
                        TextFormat.timeOfDay(SUMMER),
                        TextFormat.toTheSecond(SUMMER)));
        assertEquals("Fri 2 Jul 2027, 00:05", TextFormat.shortWeekdayAndTime(SUMMER));
    }

    @Test
    void aDayOrATimeWithoutAZoneIsShownUnchanged() {
        assertEquals("9 February 2027", TextFormat.day(LocalDate.of(2027, 2, 9)));
        assertEquals("10:00", TextFormat.timeOfDay(LocalTime.of(10, 0)));
        assertEquals("9 February 2027, 10:00", TextFormat.time(LocalDateTime.of(2027, 2, 9, 10, 0)));
    }
}
