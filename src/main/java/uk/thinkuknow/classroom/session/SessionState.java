package uk.thinkuknow.classroom.session;

/** Where a session stands. */
public enum SessionState {
    RUNNING,
    ENDED,
    /** Started by mistake: it never counts, and awaits no return. */
    CANCELLED,
    /** Its return was withdrawn: it counts no longer, and awaits no other. */
    WITHDRAWN
}
