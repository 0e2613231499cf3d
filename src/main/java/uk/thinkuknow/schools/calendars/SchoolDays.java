package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.schools.school.SchoolRecords;

/** Says whether a school teaches on a day, by its own calendar, else its authority's, else its nation's. */
@Singleton
public class SchoolDays {
    /** Whose holidays they are: as the query below says it. */
    private enum Of {
        AUTHORITY,
        NATION,
        BANK
    }

    /** All that a school's calendar has of the school year of a day, but its own days. */
    private static final String HOLIDAYS = """
            with place as (
              select a.authority_key, r.nation, t.year_key from school_area_v sa
                join authority_v a on a.authority_key = sa.authority_key
                join region_v r on r.region_key = a.region_key
                left join term_v t on t.nation = r.nation and t.first_day <= ?2 and t.last_day >= ?2
              where sa.school_id = ?1 and sa.valid_from <= ?2 and (sa.valid_to is null or sa.valid_to >= ?2))
            select 'AUTHORITY', h.name, h.first_day, h.last_day
              from place p join authority_holiday h on h.authority_key = p.authority_key and h.year_key = p.year_key
            union all select 'NATION', h.holiday_key, h.first_day, h.last_day
              from place p join holiday_v h on h.nation = p.nation and h.year_key = p.year_key
            union all select 'BANK', h.name, h.on_day, h.on_day
              from place p join bank_holiday h on h.nation = p.nation
            order by 3""";

    private final OwnDaySpans own;
    private final Session database;

    SchoolDays(OwnDaySpans own, Session database) {
        this.own = own;
        this.database = database;
    }

    /**
     * Returns whether the school teaches on the day, by its calendar as it is now and its authority as of that day
     * ({@link TeachingCalendar#isSchoolDay}). A day in no known school year is a school day from Monday to Friday,
     * unless the school's own days say otherwise.
     */
    @Transactional
    public boolean isSchoolDay(long schoolId, LocalDate day) {
        return calendarOn(schoolId, day).isSchoolDay(day);
    }

    /** The calendar of a school in the school year that a day is in, without own days that ended before the day. */
    TeachingCalendar calendarOn(long schoolId, LocalDate day) {
        var holidays = database
                .createNativeQuery(HOLIDAYS, Object[].class)
                .setParameter(1, schoolId)
                .setParameter(2, day)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> Of.valueOf((String) row[0]),
                        Collectors.mapping(SchoolDays::holiday, Collectors.toList())));
        return new TeachingCalendar(
                own.since(schoolId, day).stream().map(OwnDaySpan::days).toList(),
                holidays.getOrDefault(Of.AUTHORITY, List.of()),
                holidays.getOrDefault(Of.NATION, List.of()),
                holidays.getOrDefault(Of.BANK, List.of()));
    }

    private static Holiday holiday(Object[] row) {
        return new Holiday((String) row[1], day(row[2]), day(row[3]));
    }

    private static LocalDate day(Object column) {
        return Objects.requireNonNull(SchoolRecords.day(column));
    }
}
