package uk.thinkuknow.classroom.session;

/** The state of a session. */
public enum SessionState {
    RUNNING,
    ENDED,
    /** Started by mistake: it never counts and awaits no return. */
    CANCELLED,
    /** Its return was withdrawn: it no longer counts and awaits no other. */
    WITHDRAWN
}
