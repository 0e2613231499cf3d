package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The lines of one class in a year up to the end of a period, and what they come to. */
public record ClassLines(long classId, long schoolId, Period period, List<CountedLine> lines) {

    public ClassResult result() {
        return result(lines);
    }

    /** By band, a child counts in each band she took a lesson of: new to that band. */
    public ClassResult result(String band) {
        return result(lines.stream().filter(line -> line.band().equals(band)).toList());
    }

    public Set<String> bands() {
        var bands = new TreeSet<String>();
        lines.forEach(line -> bands.add(line.band()));
        return bands;
    }

    private ClassResult result(List<CountedLine> wanted) {
        var toEnd = count(wanted, line -> true);
        if (period.first() == 0) {
            // Nothing lies before: what is new to the year is the reach itself.
            return new ClassResult(ReachCount.NONE, toEnd, toEnd);
        }
        var before = count(wanted, line -> line.term() < period.first());
        var own = count(wanted, line -> line.term() >= period.first());
        return new ClassResult(before, toEnd, own);
    }

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
