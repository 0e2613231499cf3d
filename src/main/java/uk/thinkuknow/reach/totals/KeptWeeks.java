package uk.thinkuknow.reach.totals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.WeeklyGrowth;

/** Sums the children that each week of a period added, from the kept totals of schools and classes. */
public final class KeptWeeks {
    private static final String OF_CLASSES = """
            SELECT w.monday, w.lower_more, w.upper_more, w.class_id FROM class_week w
            WHERE w.year_key = ? AND w.term_key IN (?, ?, ?)%s""";

    private KeptWeeks() {}

    /**
     * The children added, by the Monday of each week.
     *
     * @param schools the schools to count
     * @param moves classes to add (true) although their lines are of another school, or to take off (false)
     */
    public static SortedMap<LocalDate, WeeklyGrowth.Increase> of(
            Connection connection, Period period, Stream<SchoolTotals> schools, Map<Long, Boolean> moves)
            throws SQLException {
        var weeks = new TreeMap<LocalDate, WeeklyGrowth.Increase>();
        schools.forEach(school -> school.weeks().forEach((monday, step) -> add(weeks, monday, step)));
        if (!moves.isEmpty()) {
            var classes = List.copyOf(moves.keySet());
            Sql.each(
                    connection,
                    OF_CLASSES.formatted(ChangeCounterCache.only("w.class_id", classes)),
                    ChangeCounterCache.parameters(
                            PeriodQueries.parameters(period.year(), period.first(), period.last()), classes),
                    row -> {
                        int sign = moves.getOrDefault(row.getLong(4), false) ? 1 : -1;
                        var step = new WeeklyGrowth.Increase(sign * row.getInt(2), sign * row.getInt(3));
                        add(weeks, row.getObject(1, LocalDate.class), step);
                    });
        }
        return weeks;
    }

    private static void add(
            SortedMap<LocalDate, WeeklyGrowth.Increase> weeks, LocalDate monday, WeeklyGrowth.Increase step) {
        weeks.merge(monday, step, WeeklyGrowth.Increase::plus);
    }
}
