package uk.thinkuknow.programme;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.thinkuknow.people.Scope;

/** What each week of a period added, from what is kept of its classes. */
final class KeptWeeks {
    private static final String OF_TERMS = "w.year_key = ? AND w.term_key IN (?, ?, ?)";
    private static final String WEEKS = "SELECT w.monday, SUM(w.lower_more), SUM(w.upper_more) FROM ";

    private static final String ALL = WEEKS + "class_week w WHERE " + OF_TERMS + " GROUP BY w.term_key, w.monday";

    private static final String OF_AREA = WEEKS + """
            authority a
            JOIN region r ON r.region_key = a.region_key
            JOIN term p ON p.nation = r.nation AND p.year_key = ? AND p.term_key = ?
            JOIN school_area l ON l.authority_key = a.authority_key
              AND l.valid_from <= p.last_day AND (l.valid_to IS NULL OR l.valid_to >= p.last_day)
            JOIN class_week w ON w.school_id = l.school_id AND\s""" + OF_TERMS + " WHERE %s = ? GROUP BY w.term_key, w.monday";

    private static final String OF_CLASSES =
            "SELECT w.monday, w.lower_more, w.upper_more, w.class_id FROM class_week w WHERE " + OF_TERMS
                    + " AND w.class_id IN (%s)";

    private final Connection connection;
    private final Period period;

    KeptWeeks(Connection connection, Period period) {
        this.connection = connection;
        this.period = period;
    }

    /**
     * Week by week.
     *
     * @param scope where to count
     * @param moves classes that are to be counted although their lines are not of the area, or the other way about
     */
    SortedMap<LocalDate, Climb.Step> of(Scope scope, Map<Long, Boolean> moves) throws SQLException {
        var weeks = new TreeMap<LocalDate, Climb.Step>();
        var terms = ReachLines.parameters(period.year(), period.first(), period.last());
        var parameters = new ArrayList<Object>();
        if (!scope.isProgramme()) {
            parameters.addAll(List.of(period.year(), Period.TERMS.get(period.last())));
        }
        parameters.addAll(terms);
        if (!scope.isProgramme()) {
            parameters.add(scope.key());
        }
        Rows.each(connection, scope.isProgramme() ? ALL : OF_AREA.formatted(column(scope)), parameters, row -> {
            add(weeks, row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3));
        });
        if (!moves.isEmpty()) {
            var classes = new ArrayList<Object>(terms);
            classes.addAll(moves.keySet());
            Rows.each(connection, OF_CLASSES.formatted(KeptTable.marks(moves.size())), classes, row -> {
                int sign = moves.getOrDefault(row.getLong(4), false) ? 1 : -1;
                add(weeks, row.getObject(1, LocalDate.class), sign * row.getInt(2), sign * row.getInt(3));
            });
        }
        return weeks;
    }

    private static String column(Scope scope) {
        return switch (scope.kind()) {
            case PROGRAMME -> throw new IllegalArgumentException("the whole programme lies in no area");
            case NATION -> "r.nation";
            case REGION -> "a.region_key";
            case AUTHORITY -> "a.authority_key";
        };
    }

    private static void add(SortedMap<LocalDate, Climb.Step> weeks, LocalDate monday, int lower, int upper) {
        weeks.merge(monday, new Climb.Step(lower, upper), Climb.Step::plus);
    }
}
