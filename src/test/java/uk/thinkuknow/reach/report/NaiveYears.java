package uk.thinkuknow.reach.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts reach over two school years by counting rule 7, written a second time for tests. */
final class NaiveYears {
    private final RandomHistory history;
    private final NaiveCount count;
    private final boolean forgotten;

    /** @param forgotten true to make the mistake of ignoring the roll-over */
    NaiveYears(RandomHistory history, NaiveCount count, boolean forgotten) {
        this.history = history;
        this.count = count;
        this.forgotten = forgotten;
    }

    /** The bounds over the start of a year (counting rule 7). */
    int[] count() {
        var taught = history.rooms.stream()
                .filter(schoolClass -> !count.of(schoolClass).isEmpty())
                .toList();
        var lone = new ArrayList<RandomHistory.RandomClass>();
        int lower = 0;
        int upper = 0;
        int largest = 0;
        int attendances = 0;
        for (var schoolClass : taught) {
            var other = sameChildren(schoolClass, taught);
            boolean first = schoolClass.year().equals(RandomHistory.YEARS.getFirst());
            if (other == null || forgotten) {
                lone.add(schoolClass);
            } else if (first) {
                var both = new ArrayList<>(count.of(schoolClass));
                both.addAll(count.of(other));
                var bounds = NaiveBounds.of(both);
                lower += bounds.lower();
                upper += bounds.upper();
                largest += bounds.largest();
                attendances += bounds.attendances();
            }
        }
        while (!lone.isEmpty()) {
            var pool = reachable(lone.getFirst());
            var first = new int[4];
            var second = new int[4];
            for (var schoolClass : List.copyOf(lone)) {
                if (pool.contains("room " + schoolClass.id()) || forgotten) {
                    lone.remove(schoolClass);
                    var bounds = NaiveBounds.of(count.of(schoolClass));
                    var sums = schoolClass.year().equals(RandomHistory.YEARS.getFirst()) ? first : second;
                    sums[0] += bounds.lower();
                    sums[1] += bounds.upper();
                    sums[2] += bounds.largest();
                    sums[3] += bounds.attendances();
                }
            }
            boolean adds = forgotten;
            lower += adds ? first[0] + second[0] : Math.max(first[0], second[0]);
            upper += first[1] + second[1];
            largest += adds ? first[2] + second[2] : Math.max(first[2], second[2]);
            attendances += first[3] + second[3];
        }
        return new int[] {lower, upper, largest, attendances};
    }

    /**
     * The class linked to this one, if both have no other link, the school confirmed the link, both were taught, and their
     * children cannot sit in a class without a link; otherwise null.
     */
    private RandomHistory.@Nullable RandomClass sameChildren(
            RandomHistory.RandomClass schoolClass, List<RandomHistory.RandomClass> taught) {
        var its = linksOf(schoolClass.id());
        if (its.size() != 1 || !its.getFirst().same()) {
            return null;
        }
        long other = its.getFirst().from() == schoolClass.id()
                ? its.getFirst().to()
                : its.getFirst().from();
        var together = reachable(schoolClass);
        if (linksOf(other).size() != 1
                || taught.stream().anyMatch(each -> isAlone(each) && together.contains("room " + each.id()))) {
            return null;
        }
        return taught.stream().filter(each -> each.id() == other).findFirst().orElse(null);
    }

    private List<RandomHistory.Link> linksOf(long schoolClass) {
        return history.links.stream()
                .filter(link -> link.from() == schoolClass || link.to() == schoolClass)
                .toList();
    }

    /** All classes joined to this one by links or by pools of school and cohort or region and cohort. */
    private Set<String> reachable(RandomHistory.RandomClass from) {
        var all = new HashSet<>(Set.of("room " + from.id()));
        for (boolean more = true; more; ) {
            more = false;
            for (var link : history.links) {
                more |= join(all, "room " + link.from(), "room " + link.to());
            }
            for (var schoolClass : history.rooms) {
                if (isAlone(schoolClass)) {
                    more |= join(all, "room " + schoolClass.id(), pool(schoolClass));
                } else if (!count.of(schoolClass).isEmpty()
                        && history.rooms.stream()
                                .anyMatch(each -> isAlone(each) && pool(each).equals(atSchool(schoolClass)))) {
                    more |= join(all, "room " + schoolClass.id(), atSchool(schoolClass));
                }
            }
        }
        return all;
    }

    /** Whether it was taught and has no link. */
    private boolean isAlone(RandomHistory.RandomClass schoolClass) {
        return linksOf(schoolClass.id()).isEmpty() && !count.of(schoolClass).isEmpty();
    }

    private String atSchool(RandomHistory.RandomClass schoolClass) {
        return "school " + family(count.home(schoolClass, RandomHistory.YEARS.getLast(), 2)) + " cohort "
                + schoolClass.cohort();
    }

    /** The school and those between which classes have moved. */
    private Set<Integer> family(int school) {
        var family = new TreeSet<>(Set.of(school));
        for (boolean more = true; more; ) {
            more = false;
            for (var move : history.moves) {
                if (family.contains((int) move.from()) || family.contains((int) move.to())) {
                    more |= family.add((int) move.from()) | family.add((int) move.to());
                }
            }
        }
        return family;
    }

    private static boolean join(Set<String> all, String one, String other) {
        return all.contains(one) && all.add(other) || all.contains(other) && all.add(one);
    }

    private String pool(RandomHistory.RandomClass schoolClass) {
        boolean first = schoolClass.year().equals(RandomHistory.YEARS.getFirst());
        var school = history.school(count.home(schoolClass, RandomHistory.YEARS.getLast(), 2));
        boolean elsewhere =
                schoolClass.cohort() == RandomHistory.LAST_COHORT && (first ? school.leaves() : school.arrives());
        return elsewhere ? "region " + school.region() + " cohort " + schoolClass.cohort() : atSchool(schoolClass);
    }
}
