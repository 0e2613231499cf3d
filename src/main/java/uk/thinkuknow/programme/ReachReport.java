package uk.thinkuknow.programme;

import java.time.Instant;
import java.util.List;

/** Reach of a period at a moment: rows, and a total that is counted afresh and not added up from bands. */
record ReachReport(Instant asAt, int rules, Period period, By by, List<ReachRow> rows, ReachRow total) {
    /** The version of the counting rules that the product counts by. */
    static final int RULES = 1;
}
