package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.thinkuknow.counting.Holiday;

/** Writes holidays, own days and rolls without access rules or audit, for the demo and for tests. */
@Singleton
public class CalendarWriter {
    private final AuthorityHolidays holidays;
    private final OwnDaySpans spans;
    private final SchoolRolls rolls;
    private final Clock clock;

    CalendarWriter(AuthorityHolidays holidays, OwnDaySpans spans, SchoolRolls rolls, Clock clock) {
        this.holidays = holidays;
        this.spans = spans;
        this.rolls = rolls;
        this.clock = clock;
    }

    /**
     * Adds holidays of an authority in a school year; those of its nation no longer apply.
     *
     * @param all holidays with the keys that those of a nation have
     */
    @Transactional
    public void keepHolidays(String authorityKey, String yearKey, List<Holiday> all) {
        HolidayWords.named(all).forEach(each -> holidays.persist(new AuthorityHoliday(authorityKey, yearKey, each)));
    }

    /** Adds the Saturdays between two days, both included, on which a school teaches. */
    @Transactional
    public void openOnSaturdays(long schoolId, LocalDate first, LocalDate last, String why, String by) {
        add(schoolId, new OwnDays(first, last, Weekdays.SATURDAYS, true), why, by);
    }

    /** Adds every day between two days, both included, as one on which a school is open or closed. */
    @Transactional
    public void addDays(long schoolId, LocalDate first, LocalDate last, boolean open, String why, String by) {
        add(schoolId, new OwnDays(first, last, Weekdays.EVERY_DAY, open), why, by);
    }

    /** Adds a roll as a manager records it. */
    @Transactional
    public void recordRoll(long schoolId, LocalDate asOf, int roll, String source, String by) {
        rolls.persist(new SchoolRoll(schoolId, asOf, roll, source, by, clock.instant()));
    }

    private void add(long schoolId, OwnDays days, String why, String by) {
        spans.persist(new OwnDaySpan(schoolId, days, why, by, clock.instant()));
    }
}
