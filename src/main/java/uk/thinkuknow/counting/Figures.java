package uk.thinkuknow.counting;

/**
 * What stands in one row, summed over its classes.
 *
 * @param before the year to the day before the period
 * @param toEnd the year to the period's end
 * @param own the period by itself
 * @param sessions with a signed return
 * @param awaiting ended, but not signed yet
 * @param awaitedCards the cards those sessions were for
 */
public record Figures(
        ReachCount before, ReachCount toEnd, ReachCount own, int sessions, int awaiting, int awaitedCards) {
    public static final Figures NONE = new Figures(ReachCount.NONE, ReachCount.NONE, ReachCount.NONE, 0, 0, 0);

    /** Children new to the year. */
    public NewChildren fresh() {
        return NewChildren.of(before, toEnd);
    }

    public Figures plus(ClassResult result) {
        return new Figures(
                before.plus(result.before()),
                toEnd.plus(result.toEnd()),
                own.plus(result.own()),
                sessions,
                awaiting,
                awaitedCards);
    }

    public Figures plusSession() {
        return new Figures(before, toEnd, own, sessions + 1, awaiting, awaitedCards);
    }

    public Figures plusAwaiting(AwaitedSessions more) {
        return new Figures(before, toEnd, own, sessions, awaiting + more.sessions(), awaitedCards + more.cards());
    }

    /** Nothing is signed in the period: there is no figure, which is not zero. */
    public boolean isUnknown() {
        return sessions == 0;
    }
}
