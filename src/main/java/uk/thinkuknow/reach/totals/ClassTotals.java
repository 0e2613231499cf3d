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
import uk.thinkuknow.counting.Climb;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.Period;

/**
 * What is kept of one class in a year: its figures for each term from its first lesson on and for the year, of all bands
 * and by band, and what each week added. Counted from its own lines by the same code as everything else.
 *
 * @param schoolId where its latest lesson was
 */
public record ClassTotals(long schoolId, Map<Slot, Kept> totals, Map<Week, Climb.Step> weeks) {

    /** A term or the year, of all bands or of one. */
    public record Slot(String term, String band) {}

    /** What a term came to, and its sessions. */
    public record Kept(ClassResult result, int sessions) {}

    /** A week of a term. */
    public record Week(String term, LocalDate monday) {}

    /**
     * Counts a class.
     *
     * @param lines of the class in the year; the last is the latest
     * @param itsSessions those that are counted with this class, and not with another that was there too
     */
    public static ClassTotals of(String year, List<CountedLine> lines, Set<Long> itsSessions) {
        var last = lines.getLast();
        var totals = new HashMap<Slot, Kept>();
        var weeks = new HashMap<Week, Climb.Step>();
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

    private static void climb(ClassLines lines, Map<Week, Climb.Step> weeks) {
        var climb = new Climb(lines.period());
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
