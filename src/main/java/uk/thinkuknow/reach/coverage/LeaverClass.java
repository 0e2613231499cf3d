package uk.thinkuknow.reach.coverage;

import java.util.List;
import uk.thinkuknow.counting.CardSet;

/**
 * Calculates a lower and an upper bound of how many children of a class of Year 6, 11 or 13 have ever had a lesson,
 * from the return lines of the class and of its earlier classes. It uses only cards and counted lines; no child is
 * followed.
 *
 * @param cards the cards in force now, one for each leaver
 * @param own the lines of this class, and of earlier classes linked by "same children, same numbers", in which each
 *     card is the same child
 * @param others the lines of the other earlier classes; it is not known which of their cards moved on
 */
record LeaverClass(CardSet cards, List<Lines> own, List<Lines> others) {
    /**
     * The counted lines of a class in one year.
     *
     * @param named cards that were marked at a lesson
     * @param unnamed marks without a card
     */
    record Lines(CardSet named, int unnamed) {
        static final Lines NONE = new Lines(CardSet.NONE, 0);

        Lines plus(Lines more) {
            return new Lines(named.or(more.named), unnamed + more.unnamed);
        }
    }

    /** The lower bound: cards in force that were marked at a lesson, now or in an earlier year. */
    int atLeast() {
        return knownCards().size();
    }

    /**
     * The upper bound: each mark without a card, and each child of a class without confirmed cards, may be another
     * leaver.
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
