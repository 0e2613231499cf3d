package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Refuses to fill in or sign the register of a cancelled session. */
public final class SessionIsCancelled extends Refused {
    public SessionIsCancelled() {
        super(
                "This session was cancelled as started by mistake, so there is nothing to sign. Start or enter the lesson again.");
    }
}
