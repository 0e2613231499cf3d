package uk.thinkuknow.counting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the signed returns of a period say of one class, as far as its sessions were for the same children: the whole
 * class, or a group with the same cards in force. Tallies of any two periods add up to that of both.
 *
 * @param group the group the sessions were for, 0 for the whole class
 * @param cards the cards the sessions were for
 * @param inForce every card that was in force in the class on some session's day
 * @param named every card that was marked here, on a device or from the class list
 * @param heads how many were here, named or not
 */
public record GroupTally(long group, CardSet cards, CardSet inForce, CardSet named, Heads heads) {
    public static final long WHOLE_CLASS = 0;

    /**
     * Heads over the sessions of a tally.
     *
     * @param largest the most children of the class, guests aside, at any one session
     * @param unnamed children here without a card, summed
     * @param guests children of other classes who stayed guests, summed
     * @param attendances everyone here, guests too, summed
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

    private record Whose(boolean wholeClass, CardSet cards) {}

    /** Adds up what was for the same children: a group counts by the cards it had that day, whatever its name. */
    static Collection<GroupTally> together(Collection<GroupTally> lines) {
        if (lines.size() == 1) {
            return lines;
        }
        Map<Whose, GroupTally> tallies = new HashMap<>(8);
        for (var line : lines) {
            var whose = new Whose(line.isWholeClass(), line.isWholeClass() ? CardSet.NONE : line.cards);
            tallies.merge(whose, line, GroupTally::plus);
        }
        return tallies.values();
    }

    /** One line of a signed return: a card marked outside the group still names a child of the class. */
    public static GroupTally ofLine(
            long group, CardSet cards, CardSet inForce, CardSet named, int unnamed, int guests) {
        int largest = named.and(cards).size() + unnamed;
        return new GroupTally(
                group, cards, inForce, named, new Heads(largest, unnamed, guests, named.size() + unnamed + guests));
    }

    GroupTally plus(GroupTally other) {
        return new GroupTally(
                group,
                cards.or(other.cards),
                inForce.or(other.inForce),
                named.or(other.named),
                heads.plus(other.heads));
    }

    /** The most children of the class at any one of the sessions, guests aside. */
    int largest() {
        return Math.min(cards.size(), heads.largest());
    }

    boolean isWholeClass() {
        return group == WHOLE_CLASS;
    }
}
