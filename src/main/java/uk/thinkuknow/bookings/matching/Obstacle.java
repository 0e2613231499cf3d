package uk.thinkuknow.bookings.matching;

/** Reasons why a trainer cannot take a session, in the order checked: a trainer with a later one passed the earlier. */
public enum Obstacle {
    AGES,
    LANGUAGE,
    DISTANCE,
    /** Not accredited, or suspended, on every requested day. */
    STANDING,
    TIME
}
