package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of a class that share no card: each vouches for the children of its largest session who have no name, and the
 * choice that vouches for most is taken. Whatever the choice, the children are different ones; and since one session more
 * takes no choice away and makes none smaller, it can never lower the count.
 */
final class GroupsApart {
    /** A class has a handful of groups. Should one ever need more tries, the best so far stands: it is true as well. */
    private static final int TRIES = 20_000;

    private final List<Group> groups;
    private final int[] gainFrom;
    private int best;
    private int tries;

    /** A group with children beyond the named ones. */
    private record Group(CardSet cards, int gain) {}

    private GroupsApart(List<Group> groups) {
        this.groups = groups;
        gainFrom = new int[groups.size() + 1];
        for (int i = groups.size() - 1; i >= 0; i--) {
            gainFrom[i] = gainFrom[i + 1] + groups.get(i).gain();
        }
    }

    /** How many children there were for certain beyond those whose cards were named at any session of the class. */
    static int more(Collection<GroupTally> tallies, CardSet named) {
        var groups = new ArrayList<Group>(0);
        for (var tally : tallies) {
            int gain = tally.largest() - named.and(tally.cards()).size();
            if (!tally.isWholeClass() && gain > 0) {
                groups.add(new Group(tally.cards(), gain));
            }
        }
        if (groups.isEmpty()) {
            return 0;
        }
        groups.sort(Comparator.comparingInt(Group::gain)
                .reversed()
                .thenComparingLong(group -> group.cards().low())
                .thenComparingLong(group -> group.cards().high()));
        var apart = new GroupsApart(groups);
        apart.tryFrom(0, CardSet.NONE, 0);
        return apart.best;
    }

    private void tryFrom(int at, CardSet taken, int gain) {
        best = Math.max(best, gain);
        if (at == groups.size() || gain + gainFrom[at] <= best || ++tries > TRIES) {
            return;
        }
        var group = groups.get(at);
        if (group.cards().and(taken).isEmpty()) {
            tryFrom(at + 1, taken.or(group.cards()), gain + group.gain());
        }
        tryFrom(at + 1, taken, gain);
    }
}
