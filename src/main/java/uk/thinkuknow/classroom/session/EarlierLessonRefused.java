package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse an earlier lesson whose time cannot be read, or that cannot have been taught at that time. */
final class EarlierLessonRefused extends Refused {
    private EarlierLessonRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    /** The day, the time or the number of minutes cannot be read. */
    static EarlierLessonRefused typed(String code, Object... arguments) {
        return new EarlierLessonRefused(code, arguments);
    }

    static EarlierLessonRefused toCome() {
        return new EarlierLessonRefused("session.notOver");
    }

    static EarlierLessonRefused anotherYear(String className, String year) {
        return new EarlierLessonRefused("session.anotherYear", className, year.replace('-', '–'));
    }

    static EarlierLessonRefused withoutCards(String className) {
        return new EarlierLessonRefused("session.noCards", className);
    }

    static EarlierLessonRefused taken(String classNames) {
        return new EarlierLessonRefused("session.taken", classNames);
    }
}
