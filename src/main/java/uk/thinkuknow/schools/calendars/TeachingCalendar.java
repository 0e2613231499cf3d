package uk.thinkuknow.schools.calendars;

import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.counting.Holiday;

/**
 * The calendar of a school in one school year: its own days, else its authority's holidays, else its nation's.
 *
 * @param own the school's own days, the ones added last at the end
 * @param authority the holidays of its authority in this year; empty if it keeps none, and then the nation's apply
 * @param nation the usual holidays of its nation in this year
 * @param bankHolidays the days on which all schools of its nation are closed
 */
record TeachingCalendar(List<OwnDays> own, List<Holiday> authority, List<Holiday> nation, List<Holiday> bankHolidays) {

    /**
     * Returns whether the school teaches on a day of this year. The school's own days decide first; where several have
     * the day, the ones added last. Otherwise it teaches from Monday to Friday, outside bank holidays and outside the
     * holidays of its authority. An authority with one holiday or more in a school year replaces all holidays of its
     * nation in that year, but not the bank holidays. A day outside every known school year is in no holiday.
     */
    boolean isSchoolDay(LocalDate day) {
        return own.reversed().stream()
                .filter(span -> span.have(day))
                .findFirst()
                .map(OwnDays::open)
                .orElseGet(() -> Weekdays.WEEKDAYS.have(day) && !isIn(bankHolidays, day) && !isIn(holidays(), day));
    }

    /** The holidays that apply: the authority's if it keeps some in this year, else the nation's. */
    List<Holiday> holidays() {
        return authority.isEmpty() ? nation : authority;
    }

    private static boolean isIn(List<Holiday> holidays, LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.has(day));
    }
}
