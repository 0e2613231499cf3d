package uk.thinkuknow.classroom.join;

/** So many look-ups of codes wait at one address that another cannot. */
final class TooManyLookUps extends RuntimeException {
    TooManyLookUps() {
        super("too many look-ups wait", null, false, false);
    }
}
