package uk.thinkuknow.attendance.register;

/** Where the signer has put a visitor: with a class, on a card, or not here. */
enum VisitorPlacement {
    /** The device was active for too little time to tell; the signer must still say. */
    CHECK,
    /** Of this class, but with an unknown card. */
    UNNAMED,
    /** Of another class: counts in the attendance, but not in the lower bound or under the limit of cards. */
    GUEST,
    ON_CARD,
    ABSENT
}
