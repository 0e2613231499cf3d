package uk.thinkuknow.reach.totals;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.thinkuknow.counting.YearGroups;

/**
 * The cohorts of each class, and of each school in two school years: the years in which their children started school.
 * Calculates which cohort leaves a school between the two years, and which is new to it.
 *
 * @param ofClass by class id
 * @param ofSchool by school year and school id
 */
public record Cohorts(Map<Long, Set<Integer>> ofClass, Map<String, Map<Long, Set<Integer>>> ofSchool) {
    static final Cohorts NONE = new Cohorts(Map.of(), Map.of());

    private static final int LAST_OF_PRIMARY = 6;
    private static final int FIRST_OF_SECONDARY = 7;
    private static final int FIRST_OF_JUNIOR = 3;
    private static final int LAST_OF_SECONDARY = 11;

    Set<Integer> of(String year, Set<Long> schools) {
        var known = ofSchool.getOrDefault(year, Map.of());
        return schools.stream()
                .flatMap(school -> known.getOrDefault(school, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The cohort that leaves a school between two years. That is the oldest cohort, if it has no class there in the
     * second year and either was in the last year of its kind of school (Year 6 or Year 11) or the school still has
     * other classes then (an infant school's Year 2). Counting rule 7.
     *
     * @param family the ids of the school's family
     * @return one cohort, or an empty set
     */
    public Set<Integer> leaves(Place place, Set<Long> family, String first, String second) {
        var before = of(first, family);
        var after = of(second, family);
        int last = place.isPrimary() ? LAST_OF_PRIMARY : LAST_OF_SECONDARY;
        var leaves = new HashSet<Integer>();
        // The oldest cohort has the smallest starting year.
        before.stream().min(Integer::compare).ifPresent(oldest -> {
            boolean gone = !after.contains(oldest);
            boolean atTheEnd = YearGroups.inYear(first, Set.of(oldest)).first() >= last;
            if (gone && (atTheEnd || !after.isEmpty())) {
                leaves.add(oldest);
            }
        });
        return leaves;
    }

    /**
     * The cohort that is new to a school in the second year. That is the youngest cohort, if it had no class there in
     * the year before and either is in Year 3 or Year 7 or the school had other classes then. Counting rule 7.
     *
     * @param family the ids of the school's family
     * @return one cohort, or an empty set
     */
    public Set<Integer> arrives(Set<Long> family, String first, String second) {
        var before = of(first, family);
        var after = of(second, family);
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
