package uk.thinkuknow.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as other programs read it, in JSON. */
record ReachTable(Instant asAt, int rules, List<Row> rows, Row total) {

    /** A row; {@code target} is compared with {@code new}. */
    record Row(
            String key,
            String name,
            @Nullable Integer target,
            @JsonProperty("new") int fresh,
            int newLower,
            int newUpper,
            int reach,
            int reachUpper,
            int largestSession,
            int attendances,
            int sessions,
            int awaiting) {}

    static ReachTable of(ReachReport report) {
        return new ReachTable(
                report.asAt(),
                report.rules(),
                report.rows().stream().map(ReachTable::row).toList(),
                row(report.total()));
    }

    private static Row row(ReachRow row) {
        var figures = row.figures();
        var fresh = figures.fresh();
        var own = figures.own();
        return new Row(
                row.key(),
                row.name(),
                row.target(),
                fresh.count(),
                fresh.lower(),
                fresh.upper(),
                own.lower(),
                own.upper(),
                own.largestSession(),
                own.attendances(),
                figures.sessions(),
                figures.awaiting());
    }
}
