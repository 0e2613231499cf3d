package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse filling in or signing the register of a cancelled session. */
public final class SessionIsCancelled extends Refused {
    public SessionIsCancelled() {
        super(
                "This session was cancelled as started by mistake, so there is nothing to sign. Start or enter the lesson again.");
    }
}
