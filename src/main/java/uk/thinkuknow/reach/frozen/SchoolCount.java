package uk.thinkuknow.reach.frozen;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import uk.thinkuknow.counting.ClassLines;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.WeeklyGrowth;

/** Counts a term or a year school by school: by age band, and week by week. */
final class SchoolCount implements Consumer<ClassLines> {
    private final Period period;
    private final Map<Long, Map<String, Figures>> figures = new HashMap<>();
    private final Map<Long, WeeklyGrowth> growth = new HashMap<>();

    SchoolCount(Period period) {
        this.period = period;
    }

    @Override
    public void accept(ClassLines lines) {
        add(lines.schoolId(), SchoolPart.ALL, more -> more.plus(lines.result()));
        lines.bands().forEach(band -> add(lines.schoolId(), band, more -> more.plus(lines.result(band))));
        growth.computeIfAbsent(lines.schoolId(), school -> new WeeklyGrowth(period))
                .accept(lines);
    }

    void await(PendingSessions sessions) {
        add(sessions.schoolId(), SchoolPart.ALL, more -> more.plusPending(sessions.pending()));
        add(sessions.schoolId(), sessions.band(), more -> more.plusPending(sessions.pending()));
    }

    Map<Long, Map<String, Figures>> figures() {
        return figures;
    }

    /** The count and its upper bound at the end of each week, by school. */
    Map<Long, Map<LocalDate, List<Integer>>> weeks(List<LocalDate> mondays) {
        var weeks = new HashMap<Long, Map<LocalDate, List<Integer>>>();
        growth.forEach((school, each) -> {
            var numbers = new TreeMap<LocalDate, List<Integer>>();
            for (var monday : mondays) {
                var soFar = each.until(monday);
                numbers.put(monday, List.of(soFar.lower(), soFar.upper()));
            }
            weeks.put(school, numbers);
        });
        return weeks;
    }

    private void add(long school, String band, UnaryOperator<Figures> more) {
        figures.computeIfAbsent(school, key -> new HashMap<>())
                .compute(band, (key, before) -> more.apply(before == null ? Figures.NONE : before));
    }
}
