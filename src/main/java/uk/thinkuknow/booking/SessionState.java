package uk.thinkuknow.booking;

/** Where a session stands. */
public enum SessionState {
    RUNNING,
    ENDED
}
