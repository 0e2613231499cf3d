package uk.thinkuknow.schools.calendars;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import uk.thinkuknow.counting.Holiday;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.schools.school.SchoolService;

/** Says whether a school teaches on a day, by its own calendar, else its authority's, else its nation's. */
@Singleton
public class SchoolDays {
    private final OwnDaySpans own;
    private final AuthorityHolidays holidays;
    private final SchoolService schools;
    private final Session database;

    SchoolDays(OwnDaySpans own, AuthorityHolidays holidays, SchoolService schools, Session database) {
        this.own = own;
        this.holidays = holidays;
        this.schools = schools;
        this.database = database;
    }

    /** The authority and nation of a school on a day. */
    private record Place(String authority, String nation) {}

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
        var spans = own.since(schoolId, day).stream().map(OwnDaySpan::days).toList();
        var places = placeOn(schoolId, day);
        if (places.isEmpty()) {
            return new TeachingCalendar(spans, List.of(), List.of(), List.of());
        }
        var place = places.getFirst();
        var year = schools.termOn(place.nation(), day).map(NationTerm::yearKey).orElse("");
        return new TeachingCalendar(
                spans,
                holidays.of(place.authority(), year),
                usual(place.nation(), year),
                holidays.bankHolidays(place.nation()));
    }

    private List<Holiday> usual(String nation, String yearKey) {
        return yearKey.isEmpty() ? List.of() : schools.holidaysOf(nation, yearKey);
    }

    private List<Place> placeOn(long schoolId, LocalDate day) {
        return database.createNativeQuery("""
                        select a.authority_key, r.nation
                        from school_area_v sa join authority_v a on a.authority_key = sa.authority_key
                          join region_v r on r.region_key = a.region_key
                        where sa.school_id = ?1 and sa.valid_from <= ?2 and (sa.valid_to is null or sa.valid_to >= ?2)""", Object[].class)
                .setParameter(1, schoolId)
                .setParameter(2, day)
                .getResultStream()
                .map(row -> new Place((String) row[0], (String) row[1]))
                .toList();
    }
}
