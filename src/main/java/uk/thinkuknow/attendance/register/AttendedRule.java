package uk.thinkuknow.attendance.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Decides from a device's activity whether its child attended (counting rule 1). The child is here with at least half
 * of the steps, and at least a quarter of the delivered time between the first and the last activity; otherwise the
 * signer must check.
 *
 * @param steps number of steps of the lesson
 * @param delivered how long the session lasted
 */
record AttendedRule(int steps, Duration delivered) {

    /**
     * Makes the rule for a session. The delivered time runs from the start to the last activity of any seat, but not
     * beyond the end, so that a session that somebody forgot to end is not longer. Without any activity it runs to the
     * end.
     */
    static AttendedRule in(int steps, Instant started, Instant ended, Collection<Instant> lastActivities) {
        var last = lastActivities.stream()
                .max(Instant::compareTo)
                .filter(ended::isAfter)
                .orElse(ended);
        return new AttendedRule(steps, last.isAfter(started) ? Duration.between(started, last) : Duration.ZERO);
    }

    /**
     * Returns {@link Presence#HERE} or {@link Presence#CHECK}.
     *
     * @param active time from the first to the last activity
     * @param freed whether the device went on to another card, so that the signer must always check
     */
    Presence of(int stepsSeen, Duration active, boolean freed) {
        boolean enoughSteps = stepsSeen > 0 && 2L * stepsSeen >= steps;
        boolean longEnough = active.multipliedBy(4).compareTo(delivered) >= 0;
        return enoughSteps && longEnough && !freed ? Presence.HERE : Presence.CHECK;
    }
}
