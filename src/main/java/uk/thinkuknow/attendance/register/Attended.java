package uk.thinkuknow.attendance.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Counting rule 1: a child attended who, on her device, saw at least half of the steps and was active, from first to last,
 * for at least a quarter of the delivered time; whoever falls short of either is for the signer to check.
 */
record Attended(int steps, Duration delivered) {

    /**
     * Delivered time runs from the start to the end, at the latest to the last activity of any seat: a session that
     * somebody forgot to end is not longer for it. Without any activity it runs to the end.
     */
    static Attended in(int steps, Instant started, Instant ended, Collection<Instant> lastActivities) {
        var last = lastActivities.stream()
                .max(Instant::compareTo)
                .filter(ended::isAfter)
                .orElse(ended);
        return new Attended(steps, last.isAfter(started) ? Duration.between(started, last) : Duration.ZERO);
    }

    /** What a device's activity says of its child; a mark that was freed in between is always to check. */
    Presence of(int stepsSeen, Duration active, boolean freed) {
        boolean enoughSteps = stepsSeen > 0 && 2L * stepsSeen >= steps;
        boolean longEnough = active.multipliedBy(4).compareTo(delivered) >= 0;
        return enoughSteps && longEnough && !freed ? Presence.HERE : Presence.CHECK;
    }
}
