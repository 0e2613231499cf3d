package uk.thinkuknow.attendance;

/** Whether a child was there for at least half of a session, or the signer has yet to say. */
enum Presence {
    HERE,
    ABSENT,
    CHECK
}
