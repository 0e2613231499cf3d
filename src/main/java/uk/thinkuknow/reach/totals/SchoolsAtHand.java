package uk.thinkuknow.reach.totals;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.Climb;
import uk.thinkuknow.counting.Period;

/** Caches the kept totals and weekly increases of every school, by period. */
@Singleton
public class SchoolsAtHand {
    private static final String TOTALS = "SELECT t.school_id, t.band_key, " + KeptTable.COLUMNS
            + " FROM school_total t WHERE t.year_key = ? AND t.term_key = ?%s";

    private static final String WEEKS = """
            SELECT w.school_id, w.monday, SUM(w.lower_more), SUM(w.upper_more) FROM class_week w
            WHERE w.year_key = ? AND w.term_key IN (?, ?, ?)%s
            GROUP BY w.school_id, w.monday""";

    private final AtHand<KeptSchool> atHand = new AtHand<>("school");

    /** The kept schools of a period by school id. Must be the connection's first query. */
    public Map<Long, KeptSchool> of(Connection connection, Period period) throws SQLException {
        return atHand.of(connection, period.year(), period.termKey(), (from, some) -> read(from, period, some));
    }

    private static Map<Long, KeptSchool> read(Connection connection, Period period, List<Long> some)
            throws SQLException {
        var schools = new HashMap<Long, KeptSchool>();
        Sql.each(
                connection,
                TOTALS.formatted(AtHand.only("t.school_id", some)),
                AtHand.parameters(List.of(period.year(), period.termKey()), some),
                row -> {
                    var band = row.getString(2);
                    var figures = KeptFigures.of(row, 3);
                    schools.merge(
                            row.getLong(1),
                            KeptSchool.NONE.with(band, figures),
                            (before, more) -> before.with(band, figures));
                });
        Sql.each(
                connection,
                WEEKS.formatted(AtHand.only("w.school_id", some)),
                AtHand.parameters(ReachLines.parameters(period.year(), period.first(), period.last()), some),
                row -> {
                    var monday = row.getObject(2, LocalDate.class);
                    var step = new Climb.Step(row.getInt(3), row.getInt(4));
                    schools.merge(
                            row.getLong(1),
                            KeptSchool.NONE.with(monday, step),
                            (before, more) -> before.with(monday, step));
                });
        return schools;
    }
}
