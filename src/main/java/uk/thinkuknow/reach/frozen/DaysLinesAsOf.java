package uk.thinkuknow.reach.frozen;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.counting.CountedLine;
import uk.thinkuknow.counting.PendingSessions;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.LinesAsOf;
import uk.thinkuknow.reach.totals.PeriodQueries;

/**
 * Reads the return lines that counted at a moment in the past, and the lessons that did not count then, between two
 * days in one or two school years.
 */
final class DaysLinesAsOf {
    private static final String DAYS = "%1$s.year_key IN (?, ?) AND %1$s.local_date BETWEEN ? AND ?";

    private final DataSource database;
    private final LocalDateTime asOf;
    private final List<Object> which;

    /** @param asOf at least ten minutes ago, so that no earlier signature can still be taken back */
    DaysLinesAsOf(DataSource database, Instant asOf, Days days) {
        this.database = database;
        this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
        this.which = days.parameters();
    }

    /** A return line that counted at the moment, with its school year. */
    record Line(String year, CountedLine counted) {}

    /** Passes on every line, sorted by class. */
    void each(Consumer<Line> line) {
        Sql.each(
                database,
                LinesAsOf.lines(DAYS),
                LinesAsOf.twice(which, asOf),
                row -> new Line(row.getString(16), PeriodQueries.line(row)),
                line);
    }

    /** The lessons without a return, and those whose return was to be confirmed. */
    List<PendingSessions> pending() {
        return LinesAsOf.pending(database, DAYS, which, asOf);
    }

    /** The attendances by school, and by audience. */
    Map<Long, Map<String, LinesAsOf.Heads>> headsBySchool() {
        return LinesAsOf.headsBySchool(database, DAYS, LinesAsOf.twice(which, asOf));
    }

    /** The attendances by audience. */
    Map<String, LinesAsOf.Heads> heads() {
        return LinesAsOf.heads(database, DAYS, LinesAsOf.twice(which, asOf));
    }
}
