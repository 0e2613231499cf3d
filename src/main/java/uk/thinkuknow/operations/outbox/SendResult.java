package uk.thinkuknow.operations.outbox;

import org.jspecify.annotations.Nullable;

/**
 * The result of one try to send an outbox entry.
 *
 * @param words the receiver's answer, for the page of the outbox; null if there was none of use
 */
public record SendResult(Kind kind, @Nullable String words) {
    /** What the result means for this entry and the next ones. */
    public enum Kind {
        TAKEN,
        /** Not accepted now: it will be tried again. */
        LATER,
        /** The receiver is unreachable or rejects our sign-in: the other entries are not tried now. */
        AWAY,
        /** Will never be accepted: it is given up. */
        NEVER
    }

    public static SendResult taken(@Nullable String words) {
        return new SendResult(Kind.TAKEN, words);
    }

    public static SendResult later(String words) {
        return new SendResult(Kind.LATER, words);
    }

    public static SendResult away(String words) {
        return new SendResult(Kind.AWAY, words);
    }

    public static SendResult never(String words) {
        return new SendResult(Kind.NEVER, words);
    }

    public boolean isTaken() {
        return kind == Kind.TAKEN;
    }
}
