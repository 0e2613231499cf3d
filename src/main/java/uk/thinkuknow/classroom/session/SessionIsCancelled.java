package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** A session that was started by mistake has no register to fill in. */
public final class SessionIsCancelled extends Refused {
    public SessionIsCancelled() {
        super(
                "This session was cancelled as started by mistake, so there is nothing to sign. Start or enter the lesson again.");
    }
}
