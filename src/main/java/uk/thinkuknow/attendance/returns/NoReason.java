package uk.thinkuknow.attendance.returns;

import uk.thinkuknow.common.Refused;

/**
 * Thrown because the reason for sending a register back, or for refusing a change of a return, is missing or longer than 400
 * characters.
 */
final class NoReason extends Refused {
    static final int AT_MOST = 400;

    NoReason() {
        super("Say what is not right, in 1 to " + AT_MOST + " letters: whoever filled the register in reads it.");
    }
}
