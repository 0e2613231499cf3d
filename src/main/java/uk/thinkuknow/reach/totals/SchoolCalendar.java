package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.counting.NationTerm;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.TeachingDays;
import uk.thinkuknow.schools.school.SchoolService;
import uk.thinkuknow.schools.years.SchoolYears;

/**
 * Looks up school years, terms and their days for the reach and target pages, in England's calendar. Only the last day
 * of a period can be asked for another nation, because a period can be closed once it is over in every nation.
 */
@Singleton
public class SchoolCalendar {
    static final String REFERENCE = "england";

    private final SchoolService schools;
    private final ActiveYears busy;
    private final SchoolYears calendar;
    private final Clock clock;

    SchoolCalendar(SchoolService schools, SchoolYears calendar, ActiveYears busy, Clock clock) {
        this.schools = schools;
        this.calendar = calendar;
        this.busy = busy;
        this.clock = clock;
    }

    /**
     * The requested period, in the current year if no year is given.
     *
     * @throws NotFound if the year or the term does not exist
     */
    public Period period(@Nullable String year, @Nullable String term) {
        var wanted = year == null || year.isEmpty() ? thisTerm().yearKey() : year;
        if (!years().contains(wanted)) {
            throw new NotFound();
        }
        return Period.of(wanted, term);
    }

    /** The requested period, or the current term if neither year nor term is given. */
    public Period periodOrNow(@Nullable String year, @Nullable String term) {
        return year == null && term == null ? period(null, thisTerm().termKey()) : period(year, term);
    }

    /**
     * The year of a period, followed by the period's term or, if it has none and the year is the current one, by the
     * current term.
     */
    public List<Period> yearAndTerm(Period shown) {
        var year = new Period(shown.year(), null);
        var now = thisTerm();
        if (shown.term() != null) {
            return List.of(year, shown);
        }
        return now.yearKey().equals(shown.year())
                ? List.of(year, new Period(now.yearKey(), now.termKey()))
                : List.of(year);
    }

    /**
     * @param key as {@link Period#key()} writes it
     * @throws NotFound if there is no such period
     */
    public Period period(String key) {
        int term = key.lastIndexOf('-');
        if (term < 0) {
            throw new NotFound();
        }
        return period(key.substring(0, term), key.substring(term + 1));
    }

    /**
     * The current term; the last one when the terms have run out.
     *
     * @throws NotFound if today is before the first term
     */
    public NationTerm thisTerm() {
        return schools.termBy(REFERENCE, London.today(clock)).orElseThrow(NotFound::new);
    }

    public LocalDate today() {
        return London.today(clock);
    }

    public List<String> years() {
        return schools.years(REFERENCE);
    }

    /** The current year, then the year shown and the years with sessions, returns or targets, newest first. */
    public List<String> yearsWithAnything(Period shown) {
        var some = busy.years();
        var now = thisTerm().yearKey();
        return years().stream()
                .filter(year -> year.equals(now) || year.equals(shown.year()) || some.contains(year))
                .sorted(Comparator.comparing((String year) -> !year.equals(now))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    /**
     * The current year and the years after it, then the past years that are shown or have sessions, returns or targets.
     */
    public List<String> yearsToPlan(String shown) {
        var now = thisTerm().yearKey();
        var past = yearsWithAnything(new Period(shown, null)).stream().filter(year -> year.compareTo(now) < 0);
        return Stream.concat(years().stream().filter(year -> year.compareTo(now) >= 0), past)
                .toList();
    }

    /**
     * The age bands of a period, youngest first: those in force on its first day. A band that begins later has its
     * targets from the next period on; what it reached before shows with the figures.
     */
    public List<String> bands(Period period) {
        return calendar.bands().on(firstDay(period)).keys();
    }

    /** The first day of the period in England's calendar. */
    public LocalDate firstDay(Period period) {
        return schools.termsOf(REFERENCE, period.year()).get(period.first()).firstDay();
    }

    /** The last day of the period in England's calendar. */
    public LocalDate lastDay(Period period) {
        return lastDay(REFERENCE, period);
    }

    /** The last day of the period in the calendar of a nation. */
    public LocalDate lastDay(String nation, Period period) {
        return schools.termsOf(nation, period.year()).get(period.last()).lastDay();
    }

    public TeachingDays teachingDays(Period period) {
        return new TeachingDays(firstDay(period), lastDay(period), schools.holidaysOf(REFERENCE, period.year()));
    }
}
