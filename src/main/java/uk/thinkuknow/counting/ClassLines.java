package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The return lines of one class from the start of the year to the end of a period, and the reach counted from them. */
public record ClassLines(long classId, long schoolId, Period period, List<CountedLine> lines) {

    /** The reach in all bands together. */
    public ClassResult result() {
        return result(lines);
    }

    /**
     * The reach in one band. A child who took lessons of two bands counts in both, and is new to each band separately.
     */
    public ClassResult result(String band) {
        return result(lines.stream().filter(line -> line.band().equals(band)).toList());
    }

    /** The bands with at least one line. */
    public Set<String> bands() {
        var bands = new TreeSet<String>();
        lines.forEach(line -> bands.add(line.band()));
        return bands;
    }

    private ClassResult result(List<CountedLine> wanted) {
        var toEnd = count(wanted, line -> true);
        if (period.first() == 0) {
            // before the first term there is nothing, so every child of the period is new to the year
            return new ClassResult(ReachCount.NONE, toEnd, toEnd);
        }
        var before = count(wanted, line -> line.term() < period.first());
        var own = count(wanted, line -> line.term() >= period.first());
        return new ClassResult(before, toEnd, own);
    }

    /** The reach of one class in those of its lines that match a condition. */
    public static ReachCount count(List<CountedLine> lines, Predicate<CountedLine> wanted) {
        GroupTally whole = null;
        for (var line : lines) {
            if (wanted.test(line)) {
                if (!line.tally().isWholeClass()) {
                    return withGroups(lines, wanted);
                }
                whole = whole == null ? line.tally() : whole.plus(line.tally());
            }
        }
        return whole == null ? ReachCount.NONE : ClassCount.of(List.of(whole));
    }

    private static ReachCount withGroups(List<CountedLine> lines, Predicate<CountedLine> wanted) {
        return ClassCount.ofLines(
                lines.stream().filter(wanted).map(CountedLine::tally).toList());
    }
}
