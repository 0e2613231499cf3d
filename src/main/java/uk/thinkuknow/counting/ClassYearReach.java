package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A class of one of the two school years that a period spans, with its reach in the period.
 *
 * @param second whether it belongs to the later year
 * @param cohorts the calendar years in which its children started school
 * @param tallies of its signed returns in the period; loaded only if its cards join to the other year's one to one
 * @param count its reach in the period
 */
public record ClassYearReach(
        long classId,
        School school,
        boolean second,
        Set<Integer> cohorts,
        Supplier<List<GroupTally>> tallies,
        ReachCount count) {
    /**
     * The school of the class.
     *
     * @param leaves cohorts in the school's last year group in the first year, who continue elsewhere
     * @param arrives cohorts in the school's first year group in the second year, who come from elsewhere
     */
    public record School(long id, String regionKey, Set<Integer> leaves, Set<Integer> arrives) {}
}
