package uk.thinkuknow.reach.totals;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.counting.YearGroups;

/** Cohorts of each class, and of each school in each of two years: the years in which their children started school. */
public record Cohorts(Map<Long, Set<Integer>> ofClass, Map<String, Map<Long, Set<Integer>>> ofSchool) {
    static final Cohorts NONE = new Cohorts(Map.of(), Map.of());

    private static final int LAST_OF_PRIMARY = 6;
    private static final int FIRST_OF_SECONDARY = 7;
    private static final int FIRST_OF_JUNIOR = 3;
    private static final int LAST_OF_SECONDARY = 11;

    Set<Integer> of(String year, long schoolId) {
        return ofSchool.getOrDefault(year, Map.of()).getOrDefault(schoolId, Set.of());
    }

    /**
     * A school's last cohort: the last year of a primary school or of a secondary; or, where a school's oldest cohort has
     * no class there any more in the year after, although others have, that one (an infant school's Year 2).
     */
    public Set<Integer> leaves(Place place, String first, String second) {
        var before = of(first, place.schoolId());
        var after = of(second, place.schoolId());
        int last = place.isPrimary() ? LAST_OF_PRIMARY : LAST_OF_SECONDARY;
        var leaves = new HashSet<Integer>();
        // The oldest cohort started first: its year is the smallest.
        before.stream().min(Integer::compare).ifPresent(oldest -> {
            boolean gone = !after.contains(oldest);
            boolean atTheEnd = YearGroups.inYear(first, Set.of(oldest)).first() >= last;
            if (gone && (atTheEnd || !after.isEmpty())) {
                leaves.add(oldest);
            }
        });
        return leaves;
    }

    /** A school's new intake: its youngest cohort, if that had no class there in the year before. */
    public Set<Integer> arrives(Place place, String first, String second) {
        var before = of(first, place.schoolId());
        var after = of(second, place.schoolId());
        var arrives = new HashSet<Integer>();
        after.stream().max(Integer::compare).ifPresent(youngest -> {
            int group = YearGroups.inYear(second, Set.of(youngest)).first();
            boolean atTheStart = group == FIRST_OF_SECONDARY || group == FIRST_OF_JUNIOR;
            if (!before.contains(youngest) && (atTheStart || !before.isEmpty())) {
                arrives.add(youngest);
            }
        });
        return arrives;
    }
}
