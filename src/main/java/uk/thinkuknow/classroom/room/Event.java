package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a seat did, checked and ready to be stored.
 *
 * @param given null for a step that was viewed or a lesson that was finished
 */
public record Event(
        long seat,
        UUID key,
        int generation,
        Kind kind,
        String step,
        @Nullable Given given,
        Instant at) {
    /** An answer to a question: the keys picked, joined by commas, and whether they are right where that is scored. */
    public record Given(
            String question, String chosen, @Nullable Boolean correct) {}

    /** What a seat can do; the names are those of the API. */
    public enum Kind {
        viewed,
        answered,
        finished
    }

    /** What became of an event. */
    public enum Outcome {
        /** It is stored, now or by an earlier try. */
        STORED,
        /** Another answer of this seat to this question was first. */
        ANSWERED_BEFORE,
        /** The database does not take it. */
        NOT_TAKEN
    }
}
