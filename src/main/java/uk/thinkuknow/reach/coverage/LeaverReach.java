package uk.thinkuknow.reach.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.reach.coverage.LeaverClass.Lines;

/**
 * Calculates a lower and an upper bound of this year's leavers who have ever had a lesson, in their present class or in
 * the classes they came from. Follows the links between classes back from year to year.
 *
 * @param links the earlier classes of each class
 * @param lines the counted lines of each class in its year
 */
record LeaverReach(Map<Long, List<Link>> links, Map<Long, Lines> lines) {
    /**
     * A link from a class to the class of the year before.
     *
     * @param sameCards true if the school confirmed "same children, same numbers"
     */
    record Link(long from, boolean sameCards) {}

    /**
     * A class of this year that contains leavers.
     *
     * @param mixed true if it also contains children of other year groups
     */
    record Leaving(long school, int yearGroup, long classId, CardSet cards, boolean mixed) {}

    /**
     * The leavers of one year group at a school: classes, cards, and the bounds of those who have had a lesson.
     *
     * @param alone classes that hold only this year group
     * @param mixed classes that also hold other year groups and are therefore left out
     */
    record Sum(int alone, int cards, int atLeast, int atMost, int mixed) {
        static final Sum NONE = new Sum(0, 0, 0, 0, 0);

        Sum plus(Sum more) {
            return new Sum(
                    alone + more.alone,
                    cards + more.cards,
                    atLeast + more.atLeast,
                    atMost + more.atMost,
                    mixed + more.mixed);
        }
    }

    /** Identifies a school and one of its year groups. */
    record Key(long school, int yearGroup) {}

    /** The leavers by school and year group. */
    Map<Key, Sum> sums(List<Leaving> classes) {
        var sums = new HashMap<Key, Sum>();
        classes.forEach(each -> sums.merge(new Key(each.school(), each.yearGroup()), sum(each), Sum::plus));
        return sums;
    }

    /**
     * In a class of several year groups the leavers' cards are unknown, so the class is left out and counted as mixed.
     */
    private Sum sum(Leaving each) {
        if (each.mixed()) {
            return new Sum(0, 0, 0, 0, 1);
        }
        var leaverClass = withLineage(each.classId(), each.cards());
        return new Sum(1, each.cards().size(), leaverClass.atLeast(), leaverClass.atMost(), 0);
    }

    /** A class with the counted lines of itself and of all classes it came from, followed back over the years. */
    LeaverClass withLineage(long classId, CardSet cards) {
        var own = new ArrayList<Lines>();
        var others = new ArrayList<Lines>();
        var sameBefore = new HashMap<Long, Boolean>(Map.of(classId, true));
        var open = new ArrayDeque<Long>(List.of(classId));
        var done = new HashSet<Long>();
        while (!open.isEmpty()) {
            long now = open.remove();
            if (!done.add(now)) {
                continue;
            }
            boolean same = sameBefore.getOrDefault(now, false);
            (same ? own : others).add(lines.getOrDefault(now, Lines.NONE));
            for (var link : links.getOrDefault(now, List.of())) {
                sameBefore.merge(link.from(), same && link.sameCards(), Boolean::logicalAnd);
                open.add(link.from());
            }
        }
        return new LeaverClass(cards, own, others);
    }
}
