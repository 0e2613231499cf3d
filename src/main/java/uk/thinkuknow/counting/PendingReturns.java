package uk.thinkuknow.counting;

import uk.thinkuknow.common.Words;

/**
 * What is in no bound of a figure and stands next to it: sessions without a signed return, and signed returns that a
 * second person must confirm.
 *
 * @param awaiting sessions that ended and await a signed return
 * @param awaitedCards the cards these sessions were for: at most so many children are still to be counted, new or not
 * @param toConfirm signed returns that are to be confirmed
 * @param toConfirmChildren the children present in them
 */
public record PendingReturns(int awaiting, int awaitedCards, int toConfirm, int toConfirmChildren) {
    public static final PendingReturns NONE = new PendingReturns(0, 0, 0, 0);

    public static PendingReturns awaiting(int sessions, int cards) {
        return new PendingReturns(sessions, cards, 0, 0);
    }

    public static PendingReturns toConfirm(int returns, int children) {
        return new PendingReturns(0, 0, returns, children);
    }

    public PendingReturns plus(PendingReturns more) {
        return new PendingReturns(
                awaiting + more.awaiting,
                awaitedCards + more.awaitedCards,
                toConfirm + more.toConfirm,
                toConfirmChildren + more.toConfirmChildren);
    }

    /** For example "3 returns, 71 children to be confirmed"; "none to be confirmed" if there are none. */
    public String toConfirmInWords() {
        return Words.of("counting.toConfirm", toConfirm, toConfirmChildren);
    }
}
