package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.counting.WeeklyGrowth;

/** Caches the kept totals and weekly increases of every school, by period. */
@Singleton
public class SchoolTotalsCache {
    private static final String TOTALS = "SELECT t.school_id, t.band_key, " + KeptTable.COLUMNS
            + " FROM school_total t WHERE t.year_key = ? AND t.term_key = ?%s";

    private static final String WEEKS = """
            SELECT w.school_id, w.monday, SUM(w.lower_more), SUM(w.upper_more) FROM class_week w
            WHERE w.year_key = ? AND w.term_key IN (?, ?, ?)%s
            GROUP BY w.school_id, w.monday""";

    private final ChangeCounterCache<SchoolTotals> changeCounterCache = new ChangeCounterCache<>("school");

    /** The kept schools of a period by school id. Must be the connection's first query. */
    public Map<Long, SchoolTotals> of(Connection connection, Period period) throws SQLException {
        return changeCounterCache.of(
                connection, period.year(), period.termKey(), (from, some) -> read(from, period, some));
    }

    private static Map<Long, SchoolTotals> read(Connection connection, Period period, List<Long> some)
            throws SQLException {
        var schools = new HashMap<Long, SchoolTotals>();
        Sql.each(
                connection,
                TOTALS.formatted(ChangeCounterCache.only("t.school_id", some)),
                ChangeCounterCache.parameters(List.of(period.year(), period.termKey()), some),
                row -> {
                    var band = row.getString(2);
                    var figures = KeptFigures.of(row, 3);
                    schools.merge(
                            row.getLong(1),
                            SchoolTotals.NONE.with(band, figures),
                            (before, more) -> before.with(band, figures));
                });
        Sql.each(
                connection,
                WEEKS.formatted(ChangeCounterCache.only("w.school_id", some)),
                ChangeCounterCache.parameters(
                        PeriodQueries.parameters(period.year(), period.first(), period.last()), some),
                row -> {
                    var monday = row.getObject(2, LocalDate.class);
                    var step = new WeeklyGrowth.Increase(row.getInt(3), row.getInt(4));
                    schools.merge(
                            row.getLong(1),
                            SchoolTotals.NONE.with(monday, step),
                            (before, more) -> before.with(monday, step));
                });
        return schools;
    }
}
