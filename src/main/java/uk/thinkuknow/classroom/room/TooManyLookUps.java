package uk.thinkuknow.classroom.room;

/** So many look-ups of codes wait at one address that another cannot. */
public final class TooManyLookUps extends RuntimeException {
    public TooManyLookUps() {
        super("too many look-ups wait", null, false, false);
    }
}
