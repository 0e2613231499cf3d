package uk.thinkuknow.attendance.register;

/** Whether a child was there for at least half of a session, or the signer has yet to say. */
enum Presence {
    HERE,
    ABSENT,
    CHECK,
    /** Not taking part: no reason is stored, and the card is outside what the class is measured by. */
    APART
}
