package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because the reason for sending a register back, or for refusing a change of a return, is missing or longer than 400
 * characters.
 */
public final class NoReason extends Refused {
    public static final int AT_MOST = 400;

    NoReason() {
        super("returns.noReason", AT_MOST);
    }
}
