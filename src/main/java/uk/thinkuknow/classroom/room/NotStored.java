package uk.thinkuknow.classroom.room;

/** Rows were not stored, or perhaps not: the caller repeats the request with the same keys. */
public final class NotStored extends RuntimeException {
    public NotStored(String why) {
        super(why, null, false, false);
    }
}
