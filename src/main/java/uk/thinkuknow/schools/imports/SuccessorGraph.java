package uk.thinkuknow.schools.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Links from schools to their successors: finds the one open school at the end of each closed school's links. */
final class SuccessorGraph<K> {
    private final Map<K, List<K>> after = new HashMap<>();

    void add(K predecessor, K successor) {
        after.computeIfAbsent(predecessor, any -> new ArrayList<>()).add(successor);
    }

    /** Returns the successors by closed school. One with several open schools at the end, as after a split, has none. */
    Map<K, K> successors(Predicate<K> closed) {
        var successors = new HashMap<K, K>();
        for (var from : after.keySet()) {
            var ends = closed.test(from) ? ends(from, closed) : Set.<K>of();
            if (ends.size() == 1) {
                successors.put(from, ends.iterator().next());
            }
        }
        return successors;
    }

    /** The open schools reached from a closed one; a loop in the links stops where it began. */
    private Set<K> ends(K from, Predicate<K> closed) {
        var ends = new HashSet<K>();
        var seen = new HashSet<>(Set.of(from));
        var ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            for (var next : after.getOrDefault(ahead.removeFirst(), List.of())) {
                if (!closed.test(next)) {
                    ends.add(next);
                } else if (seen.add(next)) {
                    ahead.add(next);
                }
            }
        }
        return ends;
    }
}
