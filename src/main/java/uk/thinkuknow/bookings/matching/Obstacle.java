package uk.thinkuknow.bookings.matching;

/** What keeps a trainer from a session, in the order in which it is looked at: whoever fails at a later one passed all before. */
public enum Obstacle {
    AGES,
    LANGUAGE,
    DISTANCE,
    /** Not accredited, or suspended, on every day that was asked for. */
    STANDING,
    TIME
}
