package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** A lesson that cannot have been at the time that was typed. */
final class NotThen extends Refused {
    private NotThen(String why) {
        super(why);
    }

    /** What was typed is no day, no time or no number of minutes. */
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
