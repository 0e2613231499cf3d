package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse an earlier lesson whose time cannot be read, or that cannot have been taught at that time. */
final class EarlierLessonRefused extends Refused {
    private EarlierLessonRefused(String why) {
        super(why);
    }

    /** The day, the time or the number of minutes cannot be read. */
    static EarlierLessonRefused typed(String why) {
        return new EarlierLessonRefused(why);
    }

    static EarlierLessonRefused toCome() {
        return new EarlierLessonRefused(
                "That is not over yet. Start a lesson when the class is there, or enter it afterwards.");
    }

    static EarlierLessonRefused anotherYear(String className, String year) {
        return new EarlierLessonRefused(
                className + " is a class of " + year.replace('-', '–') + ": that day lies in another school year.");
    }

    static EarlierLessonRefused withoutCards(String className) {
        return new EarlierLessonRefused(className + " had no cards on that day, so nobody of it can be counted.");
    }

    static EarlierLessonRefused taken(String classNames) {
        return new EarlierLessonRefused(
                classNames + " had a session at that time already: look under Sessions. Enter each lesson once.");
    }
}
