package uk.thinkuknow.classroom.worry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invented worry of a demo, which its safeguarding lead has opened.
 *
 * @param card the picture's key
 * @param closed when it was closed; null while it is in hand
 */
public record PastWorry(
        long schoolId,
        long sessionId,
        Card card,
        String words,
        Instant sentAt,
        Handling by,
        @Nullable Instant closed) {
    /** The card that sent it: its class, its key, its number and how it is called. */
    public record Card(String className, String key, int number, String name) {}

    /** Who opened it, when, and what she noted. */
    public record Handling(String reader, Instant read, String note) {}

    /** No log says what a child wrote, invented or not. */
    @Override
    public String toString() {
        return "a worry of " + sentAt;
    }
}
