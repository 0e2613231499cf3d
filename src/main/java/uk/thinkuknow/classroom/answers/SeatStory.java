package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one card did in one session, in the order in which it happened. */
public record SeatStory(List<Did> did) {
    /**
     * A step that was looked at, or a question that was answered.
     *
     * @param question null where a step was only looked at
     * @param answer what was chosen, in the lesson's own words
     * @param right null where nothing is scored
     */
    public record Did(
            Instant at,
            String step,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Boolean right) {}
}
