package uk.thinkuknow.reach.days;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.MarkCounts;
import uk.thinkuknow.counting.PendingReturns;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.reach.totals.DaysQueries.Days;
import uk.thinkuknow.reach.totals.DaysRowKind;
import uk.thinkuknow.reach.totals.OtherAudience;

/**
 * A report of reach between two days.
 *
 * @param days if they are in two school years, areas need not add up to the total
 * @param others the sessions for other audiences, counted by heads
 */
record DaysReport(Instant asAt, Days days, DaysRowKind by, List<Row> rows, Row total, List<OtherAudience> others) {

    /**
     * One row of the report, or its total.
     *
     * @param pending lessons that do not count yet, in no other figure
     * @param roll pupils of a school by the national register; null if not known or if the row is not a school
     */
    record Row(
            String key,
            String name,
            ReachCount reach,
            MarkCounts marks,
            int sessions,
            PendingReturns pending,
            @Nullable Integer roll) {
        /** Returns whether the row has lessons that count, or lessons that do not count yet. */
        boolean hasContent() {
            return sessions > 0 || !pending.equals(PendingReturns.NONE);
        }

        /**
         * Returns whether more children were counted than the school has on its roll. They count, but the page points
         * it out.
         */
        boolean isAboveItsRoll() {
            return roll != null && reach.lower() > roll;
        }
    }
}
