package uk.thinkuknow.reach.report;

import java.time.Instant;
import java.util.List;
import uk.thinkuknow.counting.Period;
import uk.thinkuknow.reach.totals.By;

/** Reach of a period at a moment: rows, and a total that is counted afresh and not added up from bands. */
public record ReachReport(Instant asAt, int rules, Period period, By by, List<ReachRow> rows, ReachRow total) {
    /** The version of the counting rules that the product counts by. */
    public static final int RULES = 1;
}
