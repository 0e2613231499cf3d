package uk.thinkuknow.reach.coverage;

import java.util.List;
import uk.thinkuknow.counting.CardSet;

/**
 * A class of leavers, and the classes that its children came from: how many of them ever had a lesson. Worked out from cards
 * and counting lines alone; no child is followed.
 *
 * @param cards those in force now: the leavers
 * @param own what was counted of this class itself, or of a class before it of which the school confirmed "same children, same
 *     numbers", each card being the same child's
 * @param others what was counted of the other classes that children came from: nobody knows which of its cards came along
 */
record LeaverClass(CardSet cards, List<Lines> own, List<Lines> others) {
    /**
     * The lines of a class in its year.
     *
     * @param named cards that came to a lesson by name
     * @param unnamed marks without a card
     */
    record Lines(CardSet named, int unnamed) {
        static final Lines NONE = new Lines(CardSet.NONE, 0);

        Lines plus(Lines more) {
            return new Lines(named.or(more.named), unnamed + more.unnamed);
        }
    }

    /** At least so many were reached: the cards in force that came by name, then or now. */
    int atLeast() {
        return knownCards().size();
    }

    /**
     * At most so many, as far as these classes tell: each unnamed mark may have been another child, and so may each child of a
     * class whose cards did not come along.
     */
    int atMost() {
        int more = own.stream().mapToInt(Lines::unnamed).sum()
                + others.stream()
                        .mapToInt(lines -> lines.named().size() + lines.unnamed())
                        .sum();
        return Math.min(cards.size(), atLeast() + more);
    }

    private CardSet knownCards() {
        return own.stream().map(Lines::named).reduce(CardSet.NONE, CardSet::or).and(cards);
    }
}
