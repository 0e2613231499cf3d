package uk.thinkuknow.classroom.join;

/** A look-up of a code was refused because too many are waiting. */
final class TooManyLookUps extends RuntimeException {
    TooManyLookUps() {
        super("too many look-ups wait", null, false, false);
    }
}
