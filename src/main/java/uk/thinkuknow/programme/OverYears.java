package uk.thinkuknow.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.school.ClassLink;

/**
 * Counting rule 7 in a period over the start of a year. Cards join one to one only where the school confirmed the same
 * children with the same numbers. Otherwise classes that links join count the larger of the two years; classes without a
 * link are pooled by school and cohort, and a school's last cohort with next year's new intake of that cohort by region,
 * and count the larger of the two years too. The upper bound adds.
 */
final class OverYears {
    /** Which children may be the same ones: classes and pools by number, each with another of its set, the last with itself. */
    private final Map<Object, Integer> numbers = new HashMap<>();

    private int[] parent = new int[1_024];

    private OverYears() {}

    /** Where children of a cohort may be met again: in a school, by its number, or, with 0 for it, in a region, by its key. */
    private record Pool(long school, String region, int cohort) {}

    /**
     * How many different children both years together reached.
     *
     * @param classes those with a signed return in the period, and those that links of them lead to
     * @param links from the first year's classes to the second's, of these classes or others
     */
    static ReachCount of(Collection<YearsClass> classes, Collection<ClassLink> links) {
        return new OverYears().count(List.copyOf(classes), links);
    }

    private ReachCount count(List<YearsClass> classes, Collection<ClassLink> links) {
        links.forEach(link -> join(number(link.fromClass()), number(link.toClass())));
        int[] at = new int[classes.size()];
        for (int i = 0; i < at.length; i++) {
            var linked = numbers.get(classes.get(i).classId());
            at[i] = linked == null ? pooled(classes.get(i)) : linked;
        }
        var joined = oneToOne(links);
        var byId = new HashMap<Long, YearsClass>();
        for (var each : classes) {
            if (joined.containsKey(each.classId())) {
                byId.put(each.classId(), each);
            }
        }
        var first = none(numbers.size());
        var second = none(numbers.size());
        var total = ReachCount.NONE;
        for (int i = 0; i < at.length; i++) {
            var each = classes.get(i);
            var other = byId.get(joined.getOrDefault(each.classId(), -1L));
            if (other == null) {
                var pools = each.second() ? second : first;
                int pool = root(at[i]);
                pools[pool] = pools[pool].plus(each.count());
            } else if (!each.second()) {
                total = total.plus(together(each, other));
            }
        }
        for (int pool = 0; pool < first.length; pool++) {
            total = total.plus(larger(first[pool], second[pool]));
        }
        return total;
    }

    private static ReachCount[] none(int many) {
        var none = new ReachCount[many];
        Arrays.fill(none, ReachCount.NONE);
        return none;
    }

    /** Each class of a confirmed link, to its other; a class with more links than that one is not taken at its word. */
    private static Map<Long, Long> oneToOne(Collection<ClassLink> links) {
        var times = new HashMap<Long, Integer>();
        links.forEach(link -> {
            times.merge(link.fromClass(), 1, Integer::sum);
            times.merge(link.toClass(), 1, Integer::sum);
        });
        var joined = new HashMap<Long, Long>();
        for (var link : links) {
            if (link.sameCards()
                    && times.getOrDefault(link.fromClass(), 0) == 1
                    && times.getOrDefault(link.toClass(), 0) == 1) {
                joined.put(link.fromClass(), link.toClass());
                joined.put(link.toClass(), link.fromClass());
            }
        }
        return joined;
    }

    /** One class with the cards of both years: a number is the same child in both, or nobody's in one. */
    private static ReachCount together(YearsClass first, YearsClass second) {
        var both = new ArrayList<>(first.tallies().get());
        both.addAll(second.tallies().get());
        return ClassCount.ofLines(both);
    }

    private static ReachCount larger(ReachCount first, ReachCount second) {
        return new ReachCount(
                Math.max(first.lower(), second.lower()),
                first.upper() + second.upper(),
                Math.max(first.largestSession(), second.largestSession()),
                first.attendances() + second.attendances());
    }

    /** A class without a link lies where its cohorts may be met again: in their school, or, after or before it, in the region. */
    private int pooled(YearsClass each) {
        int at = -1;
        for (var cohort : each.cohorts()) {
            var elsewhere = each.second() ? each.arrives() : each.leaves();
            int pool = number(
                    elsewhere.contains(cohort)
                            ? new Pool(0, each.regionKey(), cohort)
                            : new Pool(each.schoolId(), "", cohort));
            if (at >= 0) {
                join(at, pool);
            }
            at = pool;
        }
        return at >= 0 ? at : number(each.classId());
    }

    private int number(Object of) {
        var known = numbers.get(of);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(of, number);
        if (number == parent.length) {
            parent = Arrays.copyOf(parent, 2 * number);
        }
        parent[number] = number;
        return number;
    }

    private void join(int one, int other) {
        parent[root(one)] = root(other);
    }

    private int root(int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
