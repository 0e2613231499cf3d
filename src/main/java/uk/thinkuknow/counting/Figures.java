package uk.thinkuknow.counting;

/**
 * The figures of one row of a report, summed over the row's classes.
 *
 * @param before from the start of the year to the day before the period
 * @param toEnd from the start of the year to the end of the period
 * @param own in the period alone
 * @param sessions with a signed return
 * @param awaiting sessions that ended and await a signed return
 * @param awaitedCards the cards those sessions were for
 */
public record Figures(
        ReachCount before, ReachCount toEnd, ReachCount own, int sessions, int awaiting, int awaitedCards) {
    public static final Figures NONE = new Figures(ReachCount.NONE, ReachCount.NONE, ReachCount.NONE, 0, 0, 0);

    /** The children new to the year. */
    public NewChildren fresh() {
        return NewChildren.of(before, toEnd);
    }

    /** These figures and the reach of one more class. */
    public Figures plus(ClassResult result) {
        return new Figures(
                before.plus(result.before()),
                toEnd.plus(result.toEnd()),
                own.plus(result.own()),
                sessions,
                awaiting,
                awaitedCards);
    }

    /** These figures and one more session with a signed return. */
    public Figures plusSession() {
        return new Figures(before, toEnd, own, sessions + 1, awaiting, awaitedCards);
    }

    /** These figures and more sessions that await their return. */
    public Figures plusAwaiting(AwaitedSessions more) {
        return new Figures(before, toEnd, own, sessions, awaiting + more.sessions(), awaitedCards + more.cards());
    }

    /** Returns whether no return is signed in the period: the figure is then unknown, not zero. */
    public boolean isUnknown() {
        return sessions == 0;
    }
}
