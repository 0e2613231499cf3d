package uk.thinkuknow.counting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the children of a class who were certainly there but were never named by a card: the most that groups which
 * share no card vouch for together (counting rule 4).
 *
 * <p>Each group vouches for the unnamed children of its largest session. In groups that share no card they are
 * different children, so every choice is a true lower bound. One more session removes no choice and lowers none, so the
 * count never falls.
 */
final class DisjointGroups {
    /**
     * A class has few groups, so this limit is not reached in practice. If it is, the best choice so far is used: it is
     * a true bound too.
     */
    private static final int TRIES = 20_000;

    private final List<Group> groups;
    private final int[] gainFrom;
    private int best;
    private int tries;

    /** A group, and how many children its largest session had beyond the named ones. */
    private record Group(CardSet cards, int gain) {}

    private DisjointGroups(List<Group> groups) {
        this.groups = groups;
        gainFrom = new int[groups.size() + 1];
        for (int i = groups.size() - 1; i >= 0; i--) {
            gainFrom[i] = gainFrom[i + 1] + groups.get(i).gain();
        }
    }

    /** The number of children who were certainly there beyond those named at any session of the class. */
    static int childrenBeyondNamed(Collection<GroupTally> tallies, CardSet named) {
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
        var apart = new DisjointGroups(groups);
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
