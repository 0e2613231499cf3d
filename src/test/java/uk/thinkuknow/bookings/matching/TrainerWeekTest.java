package uk.thinkuknow.bookings.matching;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.bookings.trainers.WeekForm;
import uk.thinkuknow.common.London;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests in which hours a trainer is free: clock changes, absences, extra days, and times typed in forms. */
class TrainerWeekTest {
    private static final WeekdayHours MONDAY = hours(DayOfWeek.MONDAY, "09:00", "12:00");
    private static final LocalDate A_MONDAY = LocalDate.parse("2027-03-01");

    @Test
    void freeHoursKeepTheirLondonTimeAcrossClockChanges() {
        var week = new TrainerWeek(GivenTrainer.allWeek(), List.of());
        // the Friday before and the Monday after the clock changes of October 2026 and March 2027
        for (var day : List.of("2026-10-23", "2026-10-26", "2027-03-26", "2027-03-29")) {
            assertTrue(week.isFreeFor(at(day + "T09:00", 45)), day + " at nine");
            assertTrue(week.isFreeFor(at(day + "T15:15", 45)), day + " to four");
            assertFalse(week.isFreeFor(at(day + "T08:59", 45)), day + " before nine");
            assertFalse(week.isFreeFor(at(day + "T15:16", 45)), day + " after four");
        }
    }

    @Test
    void theSameUtcTimeIsOutsideTheHoursAfterAClockChange() {
        var week = new TrainerWeek(List.of(hours(DayOfWeek.MONDAY, "09:00", "10:00")), List.of());
        // 08:00 UTC is 09:00 in London's summer and 08:00 in winter
        assertTrue(week.isFreeFor(new Slot(Instant.parse("2026-10-19T08:00:00Z"), 45)));
        assertFalse(week.isFreeFor(new Slot(Instant.parse("2026-10-26T08:00:00Z"), 45)));
        assertTrue(week.isFreeFor(new Slot(Instant.parse("2026-10-26T09:00:00Z"), 45)));
    }

    @Test
    void theRepeatedHourAtAClockChangeIsFreeBothTimes() {
        var week = new TrainerWeek(List.of(hours(DayOfWeek.SUNDAY, "01:00", "02:00")), List.of());
        var first = Instant.parse("2026-10-25T00:00:00Z");
        assertTrue(week.isFreeFor(new Slot(first, 120)));
        assertFalse(week.isFreeFor(new Slot(first.minus(Duration.ofMinutes(1)), 30)));
        assertFalse(week.isFreeFor(new Slot(first, 121)));
    }

    @Test
    void aSessionOverMidnightOrOverLunchDoesNotFit() {
        var week = new TrainerWeek(
                List.of(MONDAY, hours(DayOfWeek.MONDAY, "13:00", "23:59"), hours(DayOfWeek.TUESDAY, "00:00", "02:00")),
                List.of());
        assertFalse(week.isFreeFor(at("2027-03-01T11:45", 45)));
        assertFalse(week.isFreeFor(at("2027-03-01T23:30", 60)));
    }

    @Test
    void adjoiningHoursAreJoined() {
        var week = new TrainerWeek(List.of(MONDAY, hours(DayOfWeek.MONDAY, "12:00", "15:00")), List.of());
        assertTrue(week.isFreeFor(at("2027-03-01T11:45", 45)));
        assertEquals(List.of(hours(DayOfWeek.MONDAY, "09:00", "15:00")), week.hoursOn(A_MONDAY));
    }

    @Test
    void anAbsenceClearsEveryDayFromItsFirstToItsLast() {
        var away = new WeekDifference.Away(A_MONDAY, A_MONDAY.plusDays(7));
        var week = new TrainerWeek(List.of(MONDAY), List.of(away));
        assertFalse(week.isFreeFor(at("2027-03-01T10:00", 45)));
        assertFalse(week.isFreeFor(at("2027-03-08T10:00", 45)));
        assertTrue(week.isFreeFor(at("2027-03-15T10:00", 45)));
        assertTrue(week.isFreeFor(at("2027-02-22T10:00", 45)));
        assertEquals("away", week.whyNotFreeFor(at("2027-03-01T10:00", 45)));
    }

    @Test
    void anExtraDayAddsItsHoursOnItsDateOnly() {
        var saturday = LocalDate.parse("2027-03-06");
        var week = new TrainerWeek(
                List.of(MONDAY), List.of(new WeekDifference.Extra(saturday, LocalTime.of(10, 0), LocalTime.of(12, 0))));
        assertTrue(week.isFreeFor(at("2027-03-06T10:00", 45)));
        assertFalse(week.isFreeFor(at("2027-03-13T10:00", 45)));
        assertEquals("no hours that day", week.whyNotFreeFor(at("2027-03-13T10:00", 45)));
    }

    @Test
    void ofAnAbsenceAndAnExtraDayForOneDateTheLaterEntryApplies() {
        var away = new WeekDifference.Away(A_MONDAY, A_MONDAY);
        var extra = new WeekDifference.Extra(A_MONDAY, LocalTime.of(14, 0), LocalTime.of(15, 0));
        var awayFirst = new TrainerWeek(List.of(MONDAY), List.of(away, extra));
        assertTrue(awayFirst.isFreeFor(at("2027-03-01T14:00", 45)));
        assertFalse(awayFirst.isFreeFor(at("2027-03-01T10:00", 45)), "the usual hours stay gone");
        assertEquals("outside the hours 14:00 to 15:00", awayFirst.whyNotFreeFor(at("2027-03-01T10:00", 45)));
        assertFalse(new TrainerWeek(List.of(MONDAY), List.of(extra, away)).isFreeFor(at("2027-03-01T14:00", 45)));
    }

    @Test
    void timesAreReadWithAColonAFullStopOrNeitherAndInvalidOnesAreRefused() {
        for (var typed : List.of("09:00", "9:00", "9.00", "0900", "900", " 09:00 ")) {
            assertEquals(LocalTime.of(9, 0), WeekForm.time(typed).orElseThrow(), typed);
        }
        for (var typed : List.of("", "nine", "25:00", "9", "12:60")) {
            assertTrue(WeekForm.time(typed).isEmpty(), typed);
        }
    }

    private static WeekdayHours hours(DayOfWeek day, String from, String to) {
        return WeekdayHours.on(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Slot at(String wall, int minutes) {
        return new Slot(London.at(LocalDateTime.parse(wall)), minutes);
    }
}
