package uk.thinkuknow.classroom.room;

/** Thrown when rows were not stored or may not have been; the caller repeats the request with the same keys. */
public final class NotStored extends RuntimeException {
    public NotStored(String why) {
        super(why, null, false, false);
    }
}
