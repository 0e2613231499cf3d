package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse starting a session, with the reason and the field to correct. */
public final class StartRefused extends Refused {
    StartRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static StartRefused noClass() {
        return new StartRefused("session.chooseClass");
    }

    static StartRefused stillRunning(String classes) {
        return new StartRefused("session.stillRunning", classes);
    }

    static StartRefused anotherYear(String className, String year) {
        return new StartRefused("session.classOfAnotherYear", className, year.replace('-', '–'));
    }

    static StartRefused devicesNotSaid() {
        return new StartRefused("session.sayDevices");
    }

    static StartRefused notInWelsh() {
        return new StartRefused("session.notInWelsh");
    }

    /** The field of Start to correct. */
    String field() {
        return switch (code()) {
            case "session.chooseClass", "session.classOfAnotherYear", "session.groupIsNewer" -> "classes";
            case "session.sayDevices" -> "devices-yes";
            case "session.notInWelsh" -> "language-en";
            default -> "lesson";
        };
    }
}
