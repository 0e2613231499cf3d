package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse starting a session, with the reason and the field to correct. */
public final class StartRefused extends Refused {
    private final String field;

    StartRefused(String why) {
        this(why, "lesson");
    }

    private StartRefused(String why, String field) {
        super(why);
        this.field = field;
    }

    static StartRefused noClass() {
        return new StartRefused("Choose at least one class.", "classes");
    }

    static StartRefused stillRunning(String classes) {
        return new StartRefused(
                classes
                        + " is in a session that is still running. End that session first: whoever started it finds it on their home page.");
    }

    static StartRefused devicesNotSaid() {
        return new StartRefused("Say whether the children use devices.", "devices-yes");
    }

    static StartRefused notInWelsh() {
        return new StartRefused(
                "This lesson is not offered in Welsh here. Choose English, or another lesson.", "language-en");
    }

    /** The field of Start to correct. */
    String field() {
        return field;
    }
}
