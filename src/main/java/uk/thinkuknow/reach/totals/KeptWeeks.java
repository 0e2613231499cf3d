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
import uk.thinkuknow.counting.Climb;
import uk.thinkuknow.counting.Period;

/** What each week of a period added, from what is kept of its schools and classes. */
public final class KeptWeeks {
    private static final String OF_CLASSES = """
            SELECT w.monday, w.lower_more, w.upper_more, w.class_id FROM class_week w
            WHERE w.year_key = ? AND w.term_key IN (?, ?, ?)%s""";

    private KeptWeeks() {}

    /**
     * Week by week.
     *
     * @param schools those that are counted
     * @param moves classes that are to be counted although their lines are of none of them, or the other way about
     */
    public static SortedMap<LocalDate, Climb.Step> of(
            Connection connection, Period period, Stream<KeptSchool> schools, Map<Long, Boolean> moves)
            throws SQLException {
        var weeks = new TreeMap<LocalDate, Climb.Step>();
        schools.forEach(school -> school.weeks().forEach((monday, step) -> add(weeks, monday, step)));
        if (!moves.isEmpty()) {
            var classes = List.copyOf(moves.keySet());
            Sql.each(
                    connection,
                    OF_CLASSES.formatted(AtHand.only("w.class_id", classes)),
                    AtHand.parameters(ReachLines.parameters(period.year(), period.first(), period.last()), classes),
                    row -> {
                        int sign = moves.getOrDefault(row.getLong(4), false) ? 1 : -1;
                        var step = new Climb.Step(sign * row.getInt(2), sign * row.getInt(3));
                        add(weeks, row.getObject(1, LocalDate.class), step);
                    });
        }
        return weeks;
    }

    private static void add(SortedMap<LocalDate, Climb.Step> weeks, LocalDate monday, Climb.Step step) {
        weeks.merge(monday, step, Climb.Step::plus);
    }
}
