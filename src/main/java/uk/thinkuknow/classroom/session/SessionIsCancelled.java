package uk.thinkuknow.classroom.session;

import uk.thinkuknow.common.Refused;

/** Thrown to refuse filling in or signing the register of a cancelled session. */
public final class SessionIsCancelled extends Refused {
    public SessionIsCancelled() {
        super("session.isCancelled");
    }
}
