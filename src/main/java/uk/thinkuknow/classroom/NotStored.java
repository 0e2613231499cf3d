package uk.thinkuknow.classroom;

/** What was asked to be stored is not, or not for certain: ask again with the same key. */
final class NotStored extends RuntimeException {
    NotStored(String why) {
        super(why, null, false, false);
    }
}
