package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.Holiday;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests whose calendar decides whether a day is a school day: the school's, else its authority's, else its nation's. */
class TeachingCalendarTest {
    private static final List<Holiday> NATION = List.of(
            holiday("autumn-half-term", "2026-10-26", "2026-10-30"), holiday("christmas", "2026-12-19", "2027-01-03"));
    private static final List<Holiday> AUTHORITY =
            List.of(holiday("Half term", "2026-10-19", "2026-10-23"), holiday("Christmas", "2026-12-21", "2027-01-01"));
    private static final List<Holiday> BANK_HOLIDAYS = List.of(holiday("Early May", "2027-05-03", "2027-05-03"));

    @Test
    void schoolsTeachFromMondayToFridayOutsideTheHolidaysOfTheirNation() {
        var calendar = new TeachingCalendar(List.of(), List.of(), NATION, BANK_HOLIDAYS);
        assertTrue(teaches(calendar, "2026-10-23"), "Friday before half term");
        assertFalse(teaches(calendar, "2026-10-24"), "Saturday");
        assertFalse(teaches(calendar, "2026-10-25"), "Sunday");
        assertFalse(teaches(calendar, "2026-10-26"), "first day of half term");
        assertFalse(teaches(calendar, "2026-10-30"), "last day of half term");
        assertTrue(teaches(calendar, "2026-11-02"), "Monday after half term");
    }

    @Test
    void anAuthorityWithAnotherHalfTermReplacesTheHolidaysOfItsNationInThatYear() {
        var calendar = new TeachingCalendar(List.of(), AUTHORITY, NATION, BANK_HOLIDAYS);
        assertFalse(teaches(calendar, "2026-10-20"), "its own half term");
        assertTrue(teaches(calendar, "2026-10-27"), "the nation's half term");
        assertFalse(teaches(calendar, "2026-12-21"), "its own Christmas");
    }

    @Test
    void anAuthorityThatKeepsOneHolidayHasNoOther() {
        var calendar = new TeachingCalendar(List.of(), AUTHORITY.subList(0, 1), NATION, BANK_HOLIDAYS);
        assertTrue(teaches(calendar, "2026-12-21"));
    }

    @Test
    void aBankHolidayIsNoSchoolDayWhateverTheAuthorityKeeps() {
        assertFalse(teaches(new TeachingCalendar(List.of(), List.of(), NATION, BANK_HOLIDAYS), "2027-05-03"));
        assertFalse(teaches(new TeachingCalendar(List.of(), AUTHORITY, NATION, BANK_HOLIDAYS), "2027-05-03"));
    }

    @Test
    void aSchoolThatTeachesOnSaturdaysHasOnlyTheSaturdaysOfItsSpan() {
        var calendar = school(own("2026-09-05", "2026-12-12", Weekdays.SATURDAYS, true));
        assertTrue(teaches(calendar, "2026-11-28"), "Saturday");
        assertFalse(teaches(calendar, "2026-11-29"), "Sunday");
        assertTrue(teaches(calendar, "2026-09-04"), "Friday before the span");
        assertFalse(teaches(calendar, "2026-12-19"), "Saturday after the span");
    }

    @Test
    void aSchoolsOwnDaysGoBeforeItsAuthoritysHolidaysAndBankHolidays() {
        var calendar = school(
                own("2026-10-20", "2026-10-21", Weekdays.EVERY_DAY, true),
                own("2027-05-03", "2027-05-03", Weekdays.EVERY_DAY, true),
                own("2026-11-03", "2026-11-03", Weekdays.EVERY_DAY, false));
        assertTrue(teaches(calendar, "2026-10-21"), "open in its authority's half term");
        assertTrue(teaches(calendar, "2027-05-03"), "open on a bank holiday");
        assertFalse(teaches(calendar, "2026-11-03"), "closed on a Tuesday");
        assertTrue(teaches(calendar, "2026-11-04"), "the day after");
    }

    @Test
    void whereOwnDaysOverlapTheOnesAddedLastDecide() {
        var term = own("2026-09-05", "2026-12-12", Weekdays.WEEKENDS, true);
        var exeat = own("2026-11-27", "2026-11-30", Weekdays.EVERY_DAY, false);
        assertFalse(teaches(school(term, exeat), "2026-11-28"));
        assertTrue(teaches(school(exeat, term), "2026-11-28"));
        assertFalse(teaches(school(exeat, term), "2026-11-30"), "Monday, which the span of weekends does not have");
    }

    @Test
    void aDayOutsideEveryKnownYearIsASchoolDayFromMondayToFriday() {
        var calendar = new TeachingCalendar(List.of(), List.of(), List.of(), BANK_HOLIDAYS);
        assertTrue(teaches(calendar, "2031-12-25"), "Thursday");
        assertFalse(teaches(calendar, "2031-12-27"), "Saturday");
    }

    private static boolean teaches(TeachingCalendar calendar, String day) {
        return calendar.isSchoolDay(LocalDate.parse(day));
    }

    private static TeachingCalendar school(OwnDays... own) {
        return new TeachingCalendar(List.of(own), AUTHORITY, NATION, BANK_HOLIDAYS);
    }

    private static OwnDays own(String first, String last, Weekdays weekdays, boolean open) {
        return new OwnDays(LocalDate.parse(first), LocalDate.parse(last), weekdays, open);
    }

    private static Holiday holiday(String name, String first, String last) {
        return new Holiday(name, LocalDate.parse(first), LocalDate.parse(last));
    }
}
