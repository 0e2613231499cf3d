package uk.thinkuknow.attendance.register;

/** Whether a child attended at least half of a session, or the signer must still say. */
enum Presence {
    HERE,
    ABSENT,
    CHECK,
    /** Not taking part: no reason is stored, and the card is not among those that missed the lesson. */
    APART
}
