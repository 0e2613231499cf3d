package uk.thinkuknow.attendance.plausibility;

import java.util.Set;
import uk.thinkuknow.counting.Ground;

/** By which version of the counting rules a return was judged, and on which grounds it waits for a second person. */
public record Judgement(int rules, Set<Ground> grounds) {
    public boolean isPlausible() {
        return grounds.isEmpty();
    }
}
