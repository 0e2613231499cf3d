package uk.thinkuknow.counting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The sum of those return lines of a class that are for the same children: for the whole class, or for the same set of
 * cards. The tallies of two periods add up to the tally of both.
 *
 * @param group the group the sessions were for, 0 for the whole class
 * @param cards the cards the sessions were for
 * @param inForce every card that was in force in the class on the day of a session
 * @param named every card marked here, on a device or from the class list
 * @param heads the number of children here, with and without a card
 */
public record GroupTally(long group, CardSet cards, CardSet inForce, CardSet named, Heads heads) {
    public static final long WHOLE_CLASS = 0;

    /**
     * The head counts of a tally's sessions.
     *
     * @param largest the most children of the class, without guests, at one session
     * @param unnamed children here without a card, summed over the sessions
     * @param guests children of other classes who stayed guests, summed over the sessions
     * @param attendances everyone here, guests included, summed over the sessions
     */
    record Heads(int largest, int unnamed, int guests, int attendances) {
        Heads plus(Heads other) {
            return new Heads(
                    Math.max(largest, other.largest),
                    unnamed + other.unnamed,
                    guests + other.guests,
                    attendances + other.attendances);
        }
    }

    /** Identifies the children a line is for: the whole class, or the holders of these cards. */
    private record CountedChildren(boolean wholeClass, CardSet cards) {}

    /**
     * Adds up the lines for the same children. A group is identified by its cards on the day, not by its id (counting
     * rule 4).
     */
    static Collection<GroupTally> together(Collection<GroupTally> lines) {
        if (lines.size() == 1) {
            return lines;
        }
        Map<CountedChildren, GroupTally> tallies = new HashMap<>(8);
        for (var line : lines) {
            var whose = new CountedChildren(line.isWholeClass(), line.isWholeClass() ? CardSet.NONE : line.cards);
            tallies.merge(whose, line, GroupTally::plus);
        }
        return tallies.values();
    }

    /**
     * The tally of one return line.
     *
     * <p>A card marked outside the group still names a child of the class.
     *
     * @param unnamed children here without a card
     * @param guests children of other classes
     */
    public static GroupTally ofLine(
            long group, CardSet cards, CardSet inForce, CardSet named, int unnamed, int guests) {
        int largest = named.and(cards).size() + unnamed;
        return new GroupTally(
                group, cards, inForce, named, new Heads(largest, unnamed, guests, named.size() + unnamed + guests));
    }

    /** The sum of two tallies for the same children. */
    GroupTally plus(GroupTally other) {
        return new GroupTally(
                group,
                cards.or(other.cards),
                inForce.or(other.inForce),
                named.or(other.named),
                heads.plus(other.heads));
    }

    /** The most children at any one session, without guests, and at most one for each card. */
    int largest() {
        return Math.min(cards.size(), heads.largest());
    }

    boolean isWholeClass() {
        return group == WHOLE_CLASS;
    }
}
