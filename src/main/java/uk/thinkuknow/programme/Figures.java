package uk.thinkuknow.programme;

/**
 * What stands in one row: children new to the year, the period's own reach, and its sessions.
 *
 * @param sessions with a signed return
 * @param awaiting ended, but not signed yet
 * @param awaitedCards the cards those sessions were for
 */
record Figures(NewChildren fresh, ReachCount own, int sessions, int awaiting, int awaitedCards) {
    static final Figures NONE = new Figures(NewChildren.NONE, ReachCount.NONE, 0, 0, 0);

    Figures plus(ClassResult classes) {
        return new Figures(fresh.plus(classes.fresh()), own.plus(classes.own()), sessions, awaiting, awaitedCards);
    }

    Figures plusSession() {
        return new Figures(fresh, own, sessions + 1, awaiting, awaitedCards);
    }

    Figures plusAwaiting(AwaitedSessions more) {
        return new Figures(fresh, own, sessions, awaiting + more.sessions(), awaitedCards + more.cards());
    }

    /** Nothing was signed and nothing is awaited. */
    boolean isEmpty() {
        return sessions == 0 && awaiting == 0;
    }

    /** There were lessons, but every one still awaits its return: the figure is not known, which is not zero. */
    boolean isUnknown() {
        return sessions == 0 && awaiting > 0;
    }
}
