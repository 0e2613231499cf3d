package uk.thinkuknow.attendance.register;

/** Where a visitor is put in the register: with a class, on a card, or not here. */
enum VisitorPlacement {
    /** Not put anywhere yet: the device's activity does not show that the child attended, so the signer must say. */
    CHECK,
    /** Of this class, but with an unknown card. */
    UNNAMED,
    /** Of another class: counts in the attendance, but not in the lower bound or under the limit of cards. */
    GUEST,
    ON_CARD,
    ABSENT
}
