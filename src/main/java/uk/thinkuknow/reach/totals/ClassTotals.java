package uk.thinkuknow.reach.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.ClassResult;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.WeeklyGrowth;

/**
 * The kept totals of one class in a school year: its figures for the year and for each term from its first lesson on,
 * for all bands and by band, and the children that each week added.
 *
 * @param schoolId the school of its latest lesson
 */
public record ClassTotals(long schoolId, Map<Slot, Kept> totals, Map<Week, WeeklyGrowth.Increase> weeks) {

    /** Identifies one kept total of a class: a term or the whole year, and one band or all bands. */
    public record Slot(String term, String band) {}

    /** A kept total of a class: its counted figures and its number of sessions. */
    public record Kept(ClassResult result, int sessions) {}

    /** A week of a term, identified by its Monday. */
    public record Week(String term, LocalDate monday) {}

    /**
     * Counts a class for the year and each of its terms.
     *
     * @param lines the return lines of the class in the year, oldest first
     * @param itsSessions the sessions counted with this class; a session with several classes is counted with one of
     *     them
     */
    public static ClassTotals of(String year, List<CountedLine> lines, Set<Long> itsSessions) {
        var last = lines.getLast();
        var totals = new HashMap<Slot, Kept>();
        var weeks = new HashMap<Week, WeeklyGrowth.Increase>();
        for (var period : periods(year)) {
            var upTo = new ArrayList<>(
                    lines.stream().filter(line -> line.term() <= period.last()).toList());
            if (!upTo.isEmpty()) {
                var counted = new ClassLines(last.classId(), last.schoolId(), period, upTo);
                count(counted, itsSessions, totals);
                if (period.term() != null) {
                    climb(counted, weeks);
                }
            }
        }
        return new ClassTotals(last.schoolId(), totals, weeks);
    }

    private static void count(ClassLines lines, Set<Long> itsSessions, Map<Slot, Kept> totals) {
        var whole = lines.result();
        var term = lines.period().termKey();
        totals.put(new Slot(term, KeptFigures.ALL_BANDS), new Kept(whole, sessions(lines, itsSessions, null)));
        var bands = lines.bands();
        for (var band : bands) {
            totals.put(
                    new Slot(term, band),
                    new Kept(bands.size() == 1 ? whole : lines.result(band), sessions(lines, itsSessions, band)));
        }
    }

    private static int sessions(
            ClassLines lines, Set<Long> itsSessions, @org.jspecify.annotations.Nullable String band) {
        var sessions = new HashSet<Long>();
        for (var line : lines.lines()) {
            if (line.term() >= lines.period().first()
                    && (band == null || band.equals(line.band()))
                    && itsSessions.contains(line.sessionId())) {
                sessions.add(line.sessionId());
            }
        }
        return sessions.size();
    }

    private static void climb(ClassLines lines, Map<Week, WeeklyGrowth.Increase> weeks) {
        var climb = new WeeklyGrowth(lines.period());
        climb.accept(lines);
        climb.steps()
                .forEach((monday, step) -> weeks.put(new Week(lines.period().termKey(), monday), step));
    }

    static List<Period> periods(String year) {
        var periods = new ArrayList<Period>();
        Period.TERMS.forEach(term -> periods.add(new Period(year, term)));
        periods.add(new Period(year, null));
        return periods;
    }
}
