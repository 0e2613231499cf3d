package uk.thinkuknow.reach.coverage;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The predecessors of each school. A lesson at a predecessor counts as a lesson of its successor. */
final class SchoolLineage {
    private final Map<Long, Set<Long>> before = new HashMap<>();

    /** A school and a school that succeeded it. */
    record Link(long predecessor, long successor) {}

    SchoolLineage(List<Link> links) {
        links.forEach(link ->
                before.computeIfAbsent(link.successor(), any -> new HashSet<>()).add(link.predecessor()));
    }

    /** The latest day of a school and all its predecessors; null if none has a day. */
    @Nullable
    LocalDate last(long school, Map<Long, LocalDate> days) {
        var last = days.get(school);
        if (!before.containsKey(school)) {
            return last;
        }
        var seen = new HashSet<>(Set.of(school));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (long each : before.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(each)) {
                    open.add(each);
                    var day = days.get(each);
                    last = day != null && (last == null || day.isAfter(last)) ? day : last;
                }
            }
        }
        return last;
    }
}
