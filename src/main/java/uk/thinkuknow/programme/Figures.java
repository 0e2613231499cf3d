package uk.thinkuknow.programme;

/** What stands in one row: children new to the year, the period's own reach, sessions, and sessions that await a return. */
record Figures(NewChildren fresh, ReachCount own, int sessions, int awaiting) {
    static final Figures NONE = new Figures(NewChildren.NONE, ReachCount.NONE, 0, 0);

    Figures plus(ClassResult classes) {
        return new Figures(fresh.plus(classes.fresh()), own.plus(classes.own()), sessions, awaiting);
    }

    Figures plusSession() {
        return new Figures(fresh, own, sessions + 1, awaiting);
    }

    Figures plusAwaiting(int more) {
        return new Figures(fresh, own, sessions, awaiting + more);
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
