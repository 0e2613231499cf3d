package uk.thinkuknow.classroom.worry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invented worry of a demo that its safeguarding lead has opened.
 *
 * @param closed when it was closed; null if it is not
 */
public record DemoWorry(
        long schoolId,
        long sessionId,
        Card card,
        String words,
        Instant sentAt,
        Handling by,
        @Nullable Instant closed) {
    /**
     * The card that sent it.
     *
     * @param key of its picture
     * @param name of the card, for example "Blue Otter"
     */
    public record Card(String className, String key, int number, String name) {}

    /** Who opened it, when, and their note. */
    public record Handling(long readerId, String reader, Instant read, String note) {}

    /** Keeps the words out of logs, invented or not. */
    @Override
    public String toString() {
        return "worry, " + sentAt;
    }
}
