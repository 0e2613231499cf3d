package uk.thinkuknow.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as other programs read it, in JSON. */
public record ReachTable(Instant asAt, int rules, List<Row> rows, Row total) {

    /** A row; {@code target} is compared with {@code new}. */
    public record Row(
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
            int awaiting) {
        /** The same as a row was called when its figures were frozen, with the target it had; null for one that was not there. */
        Row besides(@Nullable Row frozen) {
            return new Row(
                    key,
                    frozen == null ? name : frozen.name,
                    frozen == null ? null : frozen.target,
                    fresh,
                    newLower,
                    newUpper,
                    reach,
                    reachUpper,
                    largestSession,
                    attendances,
                    sessions,
                    awaiting);
        }

        Row awaitingAs(Row frozen) {
            return new Row(
                    key,
                    name,
                    target,
                    fresh,
                    newLower,
                    newUpper,
                    reach,
                    reachUpper,
                    largestSession,
                    attendances,
                    sessions,
                    frozen.awaiting);
        }

        Row withoutAnything() {
            return new Row(key, name, target, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        /** Is there anything to say of it: a lesson, one that is awaited, or a target? */
        boolean says() {
            return sessions > 0 || awaiting > 0 || target != null;
        }

        /** What is counted alone: neither what is awaited nor what was hoped for. */
        Row counted() {
            return new Row(
                    key,
                    name,
                    null,
                    fresh,
                    newLower,
                    newUpper,
                    reach,
                    reachUpper,
                    largestSession,
                    attendances,
                    sessions,
                    0);
        }
    }

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
