package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a teacher leads a class through its lesson.
 *
 * @param paused whether every page says to look up
 * @param step the step to which she has taken the class; null while each child goes on by itself
 * @param revealed the questions whose answer she has shown, and when: each is closed from then on
 */
public record Pacing(boolean paused, @Nullable String step, Map<String, Instant> revealed) {
    public static final Pacing FREE = new Pacing(false, null, Map.of());

    /** @param revealed as it is stored: "question:milliseconds" with spaces between */
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

    /** Was an answer to this question given after its answer had been shown? */
    public boolean isClosed(String question, Instant at) {
        var shown = revealed.get(question);
        return shown != null && !at.isBefore(shown);
    }
}
