package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** A session that may not start, with the reason. */
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

    /** The field of Start that mends it. */
    String field() {
        return field;
    }
}
