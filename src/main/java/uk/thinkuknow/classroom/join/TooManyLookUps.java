package uk.thinkuknow.classroom.join;

/** Thrown when a look-up of a join code is refused because too many are waiting. */
final class TooManyLookUps extends RuntimeException {
    TooManyLookUps() {
        super("too-many look-ups", null, false, false);
    }
}
