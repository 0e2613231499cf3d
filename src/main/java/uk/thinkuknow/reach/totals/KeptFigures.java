package uk.thinkuknow.reach.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import uk.thinkuknow.counting.ClassResult;
import uk.thinkuknow.counting.Figures;
import uk.thinkuknow.counting.ReachCount;

/** Figures as they are kept in a row: the bounds before a term and at its end, and the term by itself. */
public final class KeptFigures {
    /** The key that stands for all bands together. */
    public static final String ALL_BANDS = "all";

    private KeptFigures() {}

    /** In the order of {@link KeptTable#COLUMNS}. */
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

    /** @param from the place of the first of the columns */
    public static Figures of(ResultSet row, int from) throws SQLException {
        return new Figures(
                new ReachCount(row.getInt(from), row.getInt(from + 1), 0, 0),
                new ReachCount(row.getInt(from + 2), row.getInt(from + 3), 0, 0),
                new ReachCount(row.getInt(from + 4), row.getInt(from + 5), row.getInt(from + 6), row.getInt(from + 7)),
                row.getInt(from + 8),
                0,
                0);
    }
}
