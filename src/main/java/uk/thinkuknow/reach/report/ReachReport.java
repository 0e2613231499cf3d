package uk.thinkuknow.reach.report;

import java.time.Instant;
import java.util.List;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.reach.totals.RowKind;

/**
 * A report of reach in a term or a year, counted at a moment: its rows, and the total. The total is counted separately,
 * because bands need not add up.
 */
public record ReachReport(Instant asAt, int rules, Period period, RowKind by, List<ReachRow> rows, ReachRow total) {
    /** The version of the counting rules in this release. */
    public static final int RULES = 2;
}
