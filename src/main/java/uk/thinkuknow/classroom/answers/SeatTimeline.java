package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.counting.CardSet;

/**
 * The steps and answers of a seat in a session, with the time at which it first saw each step.
 *
 * @param classId the class of its card; null for a visitor
 * @param card null for a visitor
 * @param steps step key → time first seen, in that order
 */
record SeatTimeline(
        long seat, @Nullable Long classId, @Nullable Integer card, SeatSummary seen, Map<String, Instant> steps) {
    boolean isVisitor() {
        return card == null;
    }

    boolean isOn(long ofClass, CardSet cards) {
        return classId != null && classId == ofClass && card != null && cards.contains(card);
    }
}
