package uk.thinkuknow.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import uk.thinkuknow.school.CardSet;

/** Counting rule 4: how many different children of one class its sessions of a period reached. */
final class ClassCount {
    /** Smallest first; the rest only makes the order the same whatever order the rows came in. */
    private static final Comparator<GroupTally> SMALLEST_FIRST = Comparator.comparingInt(
                    (GroupTally tally) -> tally.cards().size())
            .thenComparingLong(tally -> tally.cards().low())
            .thenComparingLong(tally -> tally.cards().high())
            .thenComparingLong(GroupTally::group);

    private ClassCount() {}

    /** @param tallies of one class, at most one for each group and one for the whole class */
    static ReachCount of(Collection<GroupTally> tallies) {
        if (tallies.isEmpty()) {
            return ReachCount.NONE;
        }
        if (tallies.size() == 1) {
            var only = tallies.iterator().next();
            if (only.isWholeClass()) {
                return whole(only, only.inForce(), only.named(), List.of());
            }
        }
        return withGroups(tallies);
    }

    private static ReachCount withGroups(Collection<GroupTally> tallies) {
        var inForce = CardSet.NONE;
        var named = CardSet.NONE;
        for (var tally : tallies) {
            inForce = inForce.or(tally.inForce());
            named = named.or(tally.named());
        }
        var all = new GroupTally(GroupTally.WHOLE_CLASS, inForce, inForce, named, new GroupTally.Heads(0, 0, 0, 0));
        var outermost = new ArrayList<Counted>();
        for (var tally : tallies.stream().sorted(SMALLEST_FIRST).toList()) {
            if (tally.isWholeClass() || overlapsOneItDoesNotContain(tally.cards(), outermost)) {
                all = all.plus(tally);
            } else {
                var inside = within(tally.cards(), outermost);
                outermost.removeAll(inside);
                outermost.add(Counted.of(tally.cards(), tally.heads(), named, inside));
                all = all.plus(aside(tally));
            }
        }
        return whole(all, inForce, named, outermost);
    }

    /** What a counted group adds to the class apart from its own count: its attendances, and its guests. */
    private static GroupTally aside(GroupTally tally) {
        var heads =
                new GroupTally.Heads(0, 0, tally.heads().guests(), tally.heads().attendances());
        return new GroupTally(GroupTally.WHOLE_CLASS, CardSet.NONE, tally.inForce(), tally.named(), heads);
    }

    private static ReachCount whole(GroupTally all, CardSet inForce, CardSet named, List<Counted> groups) {
        var heads = all.heads();
        var counted = Counted.of(inForce, heads, named, groups);
        int largest = Math.min(inForce.size(), heads.largest());
        for (var group : groups) {
            largest = Math.max(largest, group.largest());
        }
        return new ReachCount(counted.lower(), counted.upper() + heads.guests(), largest, heads.attendances());
    }

    private static boolean overlapsOneItDoesNotContain(CardSet cards, List<Counted> counted) {
        return counted.stream()
                .anyMatch(group -> !cards.containsAll(group.cards())
                        && !cards.and(group.cards()).isEmpty());
    }

    private static List<Counted> within(CardSet cards, List<Counted> counted) {
        return counted.stream()
                .filter(group -> cards.containsAll(group.cards()))
                .toList();
    }

    /** A group that was counted, or the class: at least and at most so many of its cards' children. */
    private record Counted(CardSet cards, int lower, int upper, int largest) {
        static Counted of(CardSet cards, GroupTally.Heads heads, CardSet named, List<Counted> inside) {
            var alone = named.and(cards);
            int lower = 0;
            int upper = 0;
            int largest = heads.largest();
            for (var group : inside) {
                lower += group.lower;
                upper += group.upper;
                largest = Math.max(largest, group.largest);
                alone = alone.without(group.cards);
            }
            int most = cards.size();
            lower = Math.max(lower + alone.size(), heads.largest());
            upper = upper + alone.size() + heads.unnamed();
            return new Counted(cards, Math.min(most, lower), Math.min(most, upper), Math.min(most, largest));
        }
    }
}
