package uk.thinkuknow.session;

/** Where a session stands. */
public enum SessionState {
    RUNNING,
    ENDED
}
