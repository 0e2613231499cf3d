package uk.thinkuknow.attendance.register;

import uk.thinkuknow.common.Refused;

/** The register opens when the session ends. */
final class SessionStillRunning extends Refused {
    SessionStillRunning() {
        super("This session is still running. End it first: its register then opens, filled in from the devices.");
    }
}
