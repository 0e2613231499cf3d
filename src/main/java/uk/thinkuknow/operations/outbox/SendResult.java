package uk.thinkuknow.operations.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of a try to send an entry.
 *
 * @param words what the other side said, for the page of the outbox; null where it said nothing of use
 */
public record SendResult(Kind kind, @Nullable String words) {
    /** What the result means for the entry and for those after it. */
    public enum Kind {
        TAKEN,
        /** Not taken now: it is tried again. */
        LATER,
        /** The other side cannot be reached or lets nobody in: the other entries need not be tried now. */
        AWAY,
        /** Never going to be taken: it is given up. */
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
