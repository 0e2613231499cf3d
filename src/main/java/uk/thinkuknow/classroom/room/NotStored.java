package uk.thinkuknow.classroom.room;

/** What was asked to be stored is not, or not for certain: ask again with the same key. */
public final class NotStored extends RuntimeException {
    public NotStored(String why) {
        super(why, null, false, false);
    }
}
