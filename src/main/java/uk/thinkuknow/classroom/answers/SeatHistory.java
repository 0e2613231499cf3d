package uk.thinkuknow.classroom.answers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps viewed and questions answered by one seat in one session, in order of time. */
public record SeatHistory(List<HistoryEntry> did) {
    /**
     * A step viewed or a question answered.
     *
     * @param step title of the step
     * @param question text of the question; null if the step was only viewed
     * @param answer the chosen answer in the lesson's words
     * @param right null if the step was only viewed or the question is not scored
     */
    public record HistoryEntry(
            Instant at,
            String step,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Boolean right) {}
}
