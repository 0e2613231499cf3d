package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Refuses to enter an earlier lesson that cannot have been taught at the time typed. */
final class NotThen extends Refused {
    private NotThen(String why) {
        super(why);
    }

    /** The day, the time or the number of minutes cannot be read. */
    static NotThen typed(String why) {
        return new NotThen(why);
    }

    static NotThen toCome() {
        return new NotThen("That is not over yet. Start a lesson when the class is there, or enter it afterwards.");
    }

    static NotThen anotherYear(String className, String year) {
        return new NotThen(
                className + " is a class of " + year.replace('-', '–') + ": that day lies in another school year.");
    }

    static NotThen withoutCards(String className) {
        return new NotThen(className + " had no cards on that day, so nobody of it can be counted.");
    }

    static NotThen taken(String classNames) {
        return new NotThen(
                classNames + " had a session at that time already: look under Sessions. Enter each lesson once.");
    }
}
