package uk.thinkuknow.attendance.register;

/** Where the signer has put a visitor. */
enum Standing {
    /** She was there for too little to tell; the signer has yet to say. */
    CHECK,
    /** Of this class, but nobody knows which card. */
    UNNAMED,
    /** Of another class: in the attendance, outside the lower bound and the limit of cards. */
    GUEST,
    ON_CARD,
    ABSENT
}
