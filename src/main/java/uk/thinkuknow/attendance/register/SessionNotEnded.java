package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/** Thrown because the session is still running, and its register opens when it ends. */
final class SessionNotEnded extends Refused {
    SessionNotEnded() {
        super("register.notEnded");
    }
}
