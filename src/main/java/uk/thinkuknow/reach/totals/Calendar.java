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
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.TeachingDays;
import uk.thinkuknow.counting.TermOf;
import uk.thinkuknow.schools.school.SchoolService;

/** Years and terms as the programme speaks of them: the dates on its pages are England's, the counting goes by each nation's. */
@Singleton
public class Calendar {
    static final String REFERENCE = "england";

    private final SchoolService schools;
    private final BusyYears busy;
    private final Clock clock;

    Calendar(SchoolService schools, BusyYears busy, Clock clock) {
        this.schools = schools;
        this.busy = busy;
        this.clock = clock;
    }

    /**
     * The period asked for; no year is this year.
     *
     * @throws NotFound for a year or a term that no table knows
     */
    public Period period(@Nullable String year, @Nullable String term) {
        var wanted = year == null || year.isEmpty() ? thisTerm().yearKey() : year;
        if (!years().contains(wanted)) {
            throw new NotFound();
        }
        return Period.of(wanted, term);
    }

    /** The same; when nothing at all is asked for, this term. */
    public Period periodOrNow(@Nullable String year, @Nullable String term) {
        return year == null && term == null ? period(null, thisTerm().termKey()) : period(year, term);
    }

    /** The year of a period and the term of it that is looked at, or that runs; the year alone where neither is. */
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

    /** @param key as {@link Period#key()} writes it */
    public Period period(String key) {
        int term = key.lastIndexOf('-');
        if (term < 0) {
            throw new NotFound();
        }
        return period(key.substring(0, term), key.substring(term + 1));
    }

    /** @throws NotFound when the tables of terms have run out */
    public TermOf thisTerm() {
        return schools.termOn(REFERENCE, London.today(clock)).orElseThrow(NotFound::new);
    }

    public LocalDate today() {
        return London.today(clock);
    }

    public List<String> years() {
        return schools.years(REFERENCE);
    }

    /** This year, then the others that have sessions, returns or targets, newest first, and the one that is looked at. */
    public List<String> yearsWithAnything(Period shown) {
        var some = busy.years();
        var now = thisTerm().yearKey();
        return years().stream()
                .filter(year -> year.equals(now) || year.equals(shown.year()) || some.contains(year))
                .sorted(Comparator.comparing((String year) -> !year.equals(now))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    /** This year and those to come, then those past that have anything, and the one that is looked at. */
    public List<String> yearsToPlan(String shown) {
        var now = thisTerm().yearKey();
        var past = yearsWithAnything(new Period(shown, null)).stream().filter(year -> year.compareTo(now) < 0);
        return Stream.concat(years().stream().filter(year -> year.compareTo(now) >= 0), past)
                .toList();
    }

    public LocalDate firstDay(Period period) {
        return schools.termsOf(REFERENCE, period.year()).get(period.first()).firstDay();
    }

    public LocalDate lastDay(Period period) {
        return lastDay(REFERENCE, period);
    }

    /** By the calendar of a nation. */
    public LocalDate lastDay(String nation, Period period) {
        return schools.termsOf(nation, period.year()).get(period.last()).lastDay();
    }

    public TeachingDays teachingDays(Period period) {
        return new TeachingDays(firstDay(period), lastDay(period), schools.holidaysOf(REFERENCE, period.year()));
    }
}
