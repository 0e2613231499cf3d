package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Counts how many different children of one class its sessions reached in a period, as a lower and an upper bound
 * (counting rule 4).
 */
public final class ClassCount {
    /** By size; the other keys only make the order independent of the order of the rows. */
    private static final Comparator<GroupTally> SMALLEST_FIRST = Comparator.comparingInt(
                    (GroupTally tally) -> tally.cards().size())
            .thenComparingLong(tally -> tally.cards().low())
            .thenComparingLong(tally -> tally.cards().high())
            .thenComparingLong(GroupTally::group);

    private ClassCount() {}

    /**
     * The reach of one class (counting rule 4).
     *
     * @param lines every return line of the class in the period, in any order
     * @return the bounds; both are at most the number of cards in force, the upper one plus guests
     */
    public static ReachCount ofLines(Collection<GroupTally> lines) {
        return of(GroupTally.together(lines));
    }

    /**
     * The reach of one class from its tallies.
     *
     * @param tallies at most one for each set of cards that a group had, and one for the whole class
     */
    static ReachCount of(Collection<GroupTally> tallies) {
        var inForce = CardSet.NONE;
        var named = CardSet.NONE;
        int guests = 0;
        int attendances = 0;
        int largest = 0;
        for (var tally : tallies) {
            inForce = inForce.or(tally.inForce());
            named = named.or(tally.named());
            guests += tally.heads().guests();
            attendances += tally.heads().attendances();
            largest = Math.max(largest, tally.largest());
        }
        int lower = Math.max(largest, named.size() + DisjointGroups.childrenBeyondNamed(tallies, named));
        return new ReachCount(
                Math.min(inForce.size(), lower), upper(tallies, inForce, named) + guests, largest, attendances);
    }

    /**
     * The upper bound without guests. It goes from the smallest group up. A group that overlaps a counted group without
     * containing it is treated like a session of the whole class (counting rule 4).
     */
    private static int upper(Collection<GroupTally> tallies, CardSet inForce, CardSet named) {
        int unnamed = 0;
        var outermost = new ArrayList<AtMost>();
        for (var tally : inOrder(tallies)) {
            if (tally.isWholeClass() || overlapsOneItDoesNotContain(tally.cards(), outermost)) {
                unnamed += tally.heads().unnamed();
            } else {
                var inside = within(tally.cards(), outermost);
                outermost.removeAll(inside);
                outermost.add(AtMost.of(tally.cards(), tally.heads().unnamed(), named, inside));
            }
        }
        return AtMost.of(inForce, unnamed, named, outermost).children();
    }

    private static Collection<GroupTally> inOrder(Collection<GroupTally> tallies) {
        return tallies.size() == 1
                ? tallies
                : tallies.stream().sorted(SMALLEST_FIRST).toList();
    }

    private static boolean overlapsOneItDoesNotContain(CardSet cards, List<AtMost> counted) {
        return counted.stream()
                .anyMatch(group -> !cards.containsAll(group.cards())
                        && !cards.and(group.cards()).isEmpty());
    }

    private static List<AtMost> within(CardSet cards, List<AtMost> counted) {
        return counted.stream()
                .filter(group -> cards.containsAll(group.cards()))
                .toList();
    }

    /** A counted group, or the class, and the most children that can have used its cards. */
    private record AtMost(CardSet cards, int children) {
        static AtMost of(CardSet cards, int unnamed, CardSet named, List<AtMost> inside) {
            var alone = named.and(cards);
            int children = 0;
            for (var group : inside) {
                children += group.children;
                alone = alone.without(group.cards);
            }
            return new AtMost(cards, Math.min(cards.size(), children + alone.size() + unnamed));
        }
    }
}
