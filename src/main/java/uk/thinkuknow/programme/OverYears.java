package uk.thinkuknow.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.thinkuknow.school.ClassLink;

/**
 * Counting rule 7 in a period over the start of a year. Cards join one to one only where the school confirmed the same
 * children with the same numbers. Otherwise classes that links join count the larger of the two years; classes without a
 * link are pooled by school and cohort, and a school's last cohort with next year's new intake of that cohort by region,
 * and count the larger of the two years too. The upper bound adds.
 */
final class OverYears {
    private final Map<String, String> parent = new HashMap<>();

    private OverYears() {}

    /**
     * How many different children both years together reached.
     *
     * @param classes those with a signed return in the period, and those that links of them lead to
     * @param links from the first year's classes to the second's, of these classes or others
     */
    static ReachCount of(Collection<YearsClass> classes, Collection<ClassLink> links) {
        return new OverYears().count(classes, links);
    }

    private ReachCount count(Collection<YearsClass> classes, Collection<ClassLink> links) {
        var byId = new HashMap<Long, YearsClass>();
        classes.forEach(each -> byId.put(each.classId(), each));
        var linked = new HashSet<Long>();
        links.forEach(link -> {
            linked.add(link.fromClass());
            linked.add(link.toClass());
            join(room(link.fromClass()), room(link.toClass()));
        });
        var joined = oneToOne(links);
        for (var each : classes) {
            if (!linked.contains(each.classId())) {
                pools(each).forEach(pool -> join(room(each.classId()), pool));
            }
        }
        var pools = new HashMap<String, List<YearsClass>>();
        var total = ReachCount.NONE;
        for (var each : classes) {
            var other = byId.get(joined.getOrDefault(each.classId(), -1L));
            if (other == null) {
                pools.computeIfAbsent(root(room(each.classId())), root -> new ArrayList<>())
                        .add(each);
            } else if (!each.second()) {
                total = total.plus(together(each, other));
            }
        }
        for (var pool : pools.values()) {
            total = total.plus(larger(pool));
        }
        return total;
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
        var both = new ArrayList<>(first.tallies());
        both.addAll(second.tallies());
        return ClassCount.of(GroupTally.together(both));
    }

    private static ReachCount larger(List<YearsClass> pool) {
        var first = ReachCount.NONE;
        var second = ReachCount.NONE;
        for (var each : pool) {
            if (each.second()) {
                second = second.plus(each.count());
            } else {
                first = first.plus(each.count());
            }
        }
        return new ReachCount(
                Math.max(first.lower(), second.lower()),
                first.upper() + second.upper(),
                Math.max(first.largestSession(), second.largestSession()),
                first.attendances() + second.attendances());
    }

    /** Where children of a class without a link may be met again: their cohort in the school, or, after or before it, in the region. */
    private static Set<String> pools(YearsClass each) {
        var pools = new HashSet<String>();
        for (var cohort : each.cohorts()) {
            var elsewhere = each.second() ? each.arrives() : each.leaves();
            pools.add(
                    elsewhere.contains(cohort)
                            ? "region " + each.regionKey() + " " + cohort
                            : "school " + each.schoolId() + " " + cohort);
        }
        return pools;
    }

    private static String room(long classId) {
        return "class " + classId;
    }

    private void join(String one, String other) {
        parent.put(root(one), root(other));
    }

    private String root(String of) {
        var at = of;
        while (!parent.getOrDefault(at, at).equals(at)) {
            at = parent.getOrDefault(at, at);
        }
        if (!at.equals(of)) {
            parent.put(of, at);
        }
        return at;
    }
}
