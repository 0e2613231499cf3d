package uk.thinkuknow.counting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the links between classes of two school years by class, so that a row of a report reads only the links of its
 * own classes.
 */
public final class LinkedClasses {
    private final Map<Long, List<ClassLink>> links = new HashMap<>();

    public LinkedClasses(Collection<ClassLink> all) {
        for (var link : all) {
            links.computeIfAbsent(link.fromClass(), id -> new ArrayList<>()).add(link);
            links.computeIfAbsent(link.toClass(), id -> new ArrayList<>()).add(link);
        }
    }

    /** Returns whether the class has a link to a class of the other year. */
    boolean hasLink(long classId) {
        return !links.isEmpty() && links.containsKey(classId);
    }

    /** Every link reachable from these classes, directly or through other classes. */
    Collection<ClassLink> of(Collection<ClassYearReach> classes) {
        var next = new ArrayDeque<Long>();
        var seen = new HashSet<Long>();
        for (var each : classes) {
            if (hasLink(each.classId()) && seen.add(each.classId())) {
                next.add(each.classId());
            }
        }
        Set<ClassLink> found = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            for (var link : links.getOrDefault(next.remove(), List.of())) {
                found.add(link);
                for (long end : new long[] {link.fromClass(), link.toClass()}) {
                    if (seen.add(end)) {
                        next.add(end);
                    }
                }
            }
        }
        return found;
    }
}
