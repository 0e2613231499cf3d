package uk.thinkuknow.counting;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A class of one of the two years of a period that goes over a year's start.
 *
 * @param second whether it is of the later year
 * @param cohorts the years in which its children started school
 * @param tallies what its signed returns of the period say: asked for only where its cards are the same children in both years
 * @param count what they come to by themselves
 */
public record YearsClass(
        long classId,
        School school,
        boolean second,
        Set<Integer> cohorts,
        Supplier<List<GroupTally>> tallies,
        ReachCount count) {
    /**
     * Its school.
     *
     * @param leaves cohorts that are the school's last in the first year: they go on elsewhere
     * @param arrives cohorts that are the school's new intake in the second year: they come from elsewhere
     */
    public record School(long id, String regionKey, Set<Integer> leaves, Set<Integer> arrives) {}
}
