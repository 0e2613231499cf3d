package uk.thinkuknow.session;

/** Where a session stands. */
public enum SessionState {
    RUNNING,
    ENDED,
    /** Started by mistake: it never counts, and awaits no return. */
    CANCELLED
}
