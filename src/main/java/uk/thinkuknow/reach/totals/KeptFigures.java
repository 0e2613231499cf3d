package uk.thinkuknow.reach.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import uk.thinkuknow.counting.ClassResult;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.ReachCount;

/**
 * Converts counted figures to and from the columns of a kept total: the bounds of the year before a period, of the year
 * to its end and of the period alone, and the other sums.
 */
public final class KeptFigures {
    /** The band key of the total over all bands. */
    public static final String ALL_BANDS = "all";

    private KeptFigures() {}

    /** The values in the order of {@link KeptTable#COLUMNS}. */
    static List<Object> row(ClassResult result, int sessions) {
        return List.of(
                (long) result.before().lower(),
                (long) result.before().upper(),
                (long) result.toEnd().lower(),
                (long) result.toEnd().upper(),
                (long) result.own().lower(),
                (long) result.own().upper(),
                (long) result.own().largestSession(),
                (long) result.own().attendances(),
                (long) sessions);
    }

    /**
     * Reads figures from a query result.
     *
     * @param from the index, from 1, of the first of the columns
     */
    public static Figures of(ResultSet row, int from) throws SQLException {
        return new Figures(
                new ReachCount(row.getInt(from), row.getInt(from + 1), 0, 0),
                new ReachCount(row.getInt(from + 2), row.getInt(from + 3), 0, 0),
                new ReachCount(row.getInt(from + 4), row.getInt(from + 5), row.getInt(from + 6), row.getInt(from + 7)),
                row.getInt(from + 8),
                PendingReturns.NONE);
    }
}
