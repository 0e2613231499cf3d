package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the teacher has set the pace of a lesson: paused, led to a step, or with answers shown.
 *
 * @param paused whether every page is paused
 * @param step the step the class is led to; null if each child goes at their own pace
 * @param revealed the questions whose answer was shown, and when; each is closed from then on
 */
public record Pacing(boolean paused, @Nullable String step, Map<String, Instant> revealed) {
    public static final Pacing FREE = new Pacing(false, null, Map.of());

    /**
     * Builds the pacing from the columns of the room.
     *
     * @param revealed "question:milliseconds" with spaces between
     */
    static Pacing of(boolean paused, @Nullable String step, String revealed) {
        if (!paused && step == null && revealed.isEmpty()) {
            return FREE;
        }
        var shown = new LinkedHashMap<String, Instant>();
        for (var one : revealed.strip().split(" ")) {
            int colon = one.indexOf(':');
            if (colon > 0) {
                shown.put(one.substring(0, colon), Instant.ofEpochMilli(Long.parseLong(one.substring(colon + 1))));
            }
        }
        return new Pacing(paused, step, shown);
    }

    /** Returns whether the right answer to this question was shown before this time or at it. */
    public boolean isClosed(String question, Instant at) {
        var shown = revealed.get(question);
        return shown != null && !at.isBefore(shown);
    }
}
