package uk.thinkuknow.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts how the number of children new to the year grew in a period, week by week, over all classes it is given. */
public final class WeeklyGrowth implements Consumer<ClassLines> {
    private final Period period;
    private Increase base = Increase.NONE;
    private final TreeMap<LocalDate, Increase> weeks = new TreeMap<>();

    public WeeklyGrowth(Period period) {
        this.period = period;
    }

    /** The children new to the year in a week, and from the start of the period to its end. */
    public record Week(LocalDate monday, ReachFigure added, ReachFigure soFar) {}

    /** An increase of the count and of its upper bound. */
    public record Increase(int lower, int upper) {
        static final Increase NONE = new Increase(0, 0);

        public Increase plus(Increase other) {
            return new Increase(lower + other.lower, upper + other.upper);
        }
    }

    /** Adds a class: recounts it at the end of each week with a lesson and adds the increases. Call it once a class. */
    @Override
    public void accept(ClassLines lines) {
        var dated = lines.lines().stream()
                .filter(line -> line.term() >= period.first())
                .sorted(Comparator.comparing(CountedLine::date))
                .toList();
        var before = ClassLines.count(lines.lines(), line -> line.term() < period.first());
        var then = new Increase(0, before.upper() - before.lower());
        base = base.plus(then);
        for (int i = 0; i < dated.size(); i++) {
            var monday = mondayOf(dated.get(i).date());
            if (i + 1 < dated.size() && mondayOf(dated.get(i + 1).date()).equals(monday)) {
                continue;
            }
            var until = monday.plusDays(6);
            var fresh = ReachFigure.newToYear(
                    before,
                    ClassLines.count(
                            lines.lines(),
                            line -> line.term() < period.first() || !line.date().isAfter(until)));
            weeks.merge(
                    monday, new Increase(fresh.headline() - then.lower, fresh.atMost() - then.upper), Increase::plus);
            then = new Increase(fresh.headline(), fresh.atMost());
        }
    }

    /** The increase of each week that had a lesson, by its Monday. */
    public SortedMap<LocalDate, Increase> steps() {
        return weeks;
    }

    /** The count and its upper bound at the end of a week. */
    public Increase until(LocalDate monday) {
        return weeks.headMap(monday, true).values().stream().reduce(base, Increase::plus);
    }

    /** Every week from the first with a lesson to the last, also those without one. */
    public List<Week> weeks() {
        return weeks(base, weeks);
    }

    /**
     * Turns increases into weeks with running totals.
     *
     * @param base the bounds at the start of the period: the count is 0, the upper bound the children who may have been
     *     reached before
     */
    public static List<Week> weeks(Increase base, SortedMap<LocalDate, Increase> weeks) {
        var all = new ArrayList<Week>();
        if (weeks.isEmpty()) {
            return all;
        }
        var soFar = base;
        for (var monday = weeks.firstKey(); !monday.isAfter(weeks.lastKey()); monday = monday.plusWeeks(1)) {
            var before = soFar;
            soFar = soFar.plus(weeks.getOrDefault(monday, Increase.NONE));
            all.add(new Week(monday, fresh(before, soFar), fresh(base, soFar)));
        }
        return all;
    }

    /** Both bounds are counted from the lower bound at the start of the period, which drops out of the differences. */
    private static ReachFigure fresh(Increase before, Increase toEnd) {
        return ReachFigure.newToYear(count(before), count(toEnd));
    }

    private static ReachCount count(Increase soFar) {
        return new ReachCount(soFar.lower, soFar.upper, 0, 0);
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().ordinal());
    }
}
