package uk.thinkuknow.attendance.plausibility;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.OptionalInt;
import java.util.function.Function;
import uk.thinkuknow.schools.calendars.Rolls;
import uk.thinkuknow.schools.calendars.SchoolDays;
import uk.thinkuknow.schools.school.SchoolService;

/** Answers what plausibility needs to know of a school: its nation, its school days and its roll. */
@Singleton
class SchoolCalendars {
    private final SchoolService schools;
    private final SchoolDays days;
    private final Rolls rolls;

    SchoolCalendars(SchoolService schools, SchoolDays days, Rolls rolls) {
        this.schools = schools;
        this.days = days;
        this.rolls = rolls;
    }

    String nationOf(long schoolId) {
        return schools.school(schoolId).nation();
    }

    boolean isSchoolDay(long schoolId, LocalDate day) {
        return days.isSchoolDay(schoolId, day);
    }

    /** Returns the roll of a school by day; each day is read once. */
    Function<LocalDate, OptionalInt> rollsOf(long schoolId) {
        var known = new HashMap<LocalDate, OptionalInt>();
        return day -> known.computeIfAbsent(day, each -> rolls.on(schoolId, each));
    }
}
