package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.OptionalInt;
import java.util.function.Function;
import uk.thinkuknow.schools.calendars.Rolls;
import uk.thinkuknow.schools.calendars.SchoolDays;

/** Answers what plausibility needs to know of a school: its school days and its roll. */
@Singleton
class SchoolCalendars {
    private final SchoolDays days;
    private final Rolls rolls;

    SchoolCalendars(SchoolDays days, Rolls rolls) {
        this.days = days;
        this.rolls = rolls;
    }

    boolean isSchoolDay(long schoolId, LocalDate day) {
        return days.isSchoolDay(schoolId, day);
    }

    /** Returns the roll of a school by day; each day is looked up once. */
    Function<LocalDate, OptionalInt> rollsOf(long schoolId) {
        var known = new HashMap<LocalDate, OptionalInt>();
        var byDay = rolls.byDay(schoolId);
        return day -> known.computeIfAbsent(day, byDay);
    }
}
