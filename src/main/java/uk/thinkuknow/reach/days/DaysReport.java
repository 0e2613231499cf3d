package uk.thinkuknow.reach.days;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.Marks;
import uk.thinkuknow.counting.ReachCount;
import uk.thinkuknow.reach.totals.DaysBy;
import uk.thinkuknow.reach.totals.OtherAudience;
import uk.thinkuknow.reach.totals.YearsLines.Days;

/**
 * Reach between two days, row by row.
 *
 * @param days which may lie in two school years: then areas need not add up
 * @param others everyone at sessions that are no lessons, each time
 */
record DaysReport(Instant asAt, Days days, DaysBy by, List<Row> rows, Row total, List<OtherAudience> others) {

    /**
     * A row, or all of them.
     *
     * @param roll children of a school by its register; null for what is no school, or where it is not known
     */
    record Row(
            String key,
            String name,
            ReachCount reach,
            Marks marks,
            int sessions,
            int awaiting,
            @Nullable Integer roll) {
        /** More different children than the register has: something to look at, and counted all the same. */
        boolean isAboveItsRoll() {
            return roll != null && reach.lower() > roll;
        }
    }
}
