package uk.thinkuknow.counting;

/**
 * The figures of one row of a report, summed over the row's classes.
 *
 * @param before from the start of the year to the day before the period
 * @param toEnd from the start of the year to the end of the period
 * @param own in the period alone
 * @param sessions with a signed return
 * @param pending what does not count yet
 */
public record Figures(ReachCount before, ReachCount toEnd, ReachCount own, int sessions, PendingReturns pending) {
    public static final Figures NONE =
            new Figures(ReachCount.NONE, ReachCount.NONE, ReachCount.NONE, 0, PendingReturns.NONE);

    /** The children new to the year. */
    public ReachFigure fresh() {
        return ReachFigure.newToYear(before, toEnd);
    }

    /** These figures and the reach of one more class. */
    public Figures plus(ClassResult result) {
        return new Figures(
                before.plus(result.before()), toEnd.plus(result.toEnd()), own.plus(result.own()), sessions, pending);
    }

    /** These figures and one more session with a signed return. */
    public Figures plusSession() {
        return new Figures(before, toEnd, own, sessions + 1, pending);
    }

    /** These figures and more sessions that do not count yet. */
    public Figures plusPending(PendingReturns more) {
        return new Figures(before, toEnd, own, sessions, pending.plus(more));
    }

    /** Sessions that ended and await a signed return. */
    public int awaiting() {
        return pending.awaiting();
    }

    /** Returns whether no return is signed in the period: the figure is then unknown, not zero. */
    public boolean isUnknown() {
        return sessions == 0;
    }
}
