package uk.thinkuknow.classroom.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a seat (a step viewed, a question answered, the lesson finished), checked and ready to be stored.
 *
 * @param key made by the device; a repeated event has the same key
 * @param given null for a viewed step or a finished lesson
 * @param late whether its device had lost the seat when it was received; an answer of the device that has the seat replaces
 *     a late one
 */
public record Event(
        long seat,
        UUID key,
        int generation,
        Kind kind,
        String step,
        @Nullable Given given,
        Instant at,
        boolean late) {
    static final int VIEWS_OF_A_STEP = 10;

    /**
     * An answer to a question.
     *
     * @param chosen keys of the chosen options, with commas between
     * @param correct null if the question is not scored
     */
    public record Given(
            String question, String chosen, @Nullable Boolean correct) {}

    /**
     * How often one generation of a seat viewed each step and finished the lesson, as far as this instance knows. An answer
     * is stored once; without a limit on the others one device could fill the database.
     */
    public static final class ViewCounts {
        private final byte[] counts;

        public ViewCounts(int steps) {
            counts = new byte[steps + 1];
        }

        /**
         * Counts one more.
         *
         * @param place number of the step, from 1; 0 for a finished lesson
         * @return false if that is one too many
         */
        public synchronized boolean add(int place) {
            if (counts[place] == VIEWS_OF_A_STEP) {
                return false;
            }
            counts[place]++;
            return true;
        }

        /** Takes back one that could not be stored. */
        public synchronized void takeBack(int place) {
            if (counts[place] > 0) {
                counts[place]--;
            }
        }
    }

    /** The kinds of event; the names are those of the API. */
    public enum Kind {
        viewed,
        answered,
        finished
    }

    /** The result of storing an event. */
    public enum Outcome {
        /** The event is stored, now or by an earlier try. */
        STORED,
        /** This seat has another, earlier answer to this question. */
        ANSWERED_BEFORE,
        /** The database refused the row. */
        NOT_TAKEN
    }
}
