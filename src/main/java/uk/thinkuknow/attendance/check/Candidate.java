package uk.thinkuknow.attendance.check;

import java.util.List;

/**
 * A return that can be picked for a check.
 *
 * @param session the public id of its session
 * @param reasons its signs of risk
 */
record Candidate(String session, long sessionId, List<RiskReason> reasons) {
    boolean isRisky() {
        return !reasons.isEmpty();
    }
}
