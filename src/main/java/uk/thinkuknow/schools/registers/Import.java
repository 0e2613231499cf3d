package uk.thinkuknow.schools.registers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;

/** A file of a register on its way: read and compared, then taken in, thrown away or undone. */
public record Import(
        long id, PublicId publicId, State state, Source source, Progress progress, Counts counts, Fate fate) {

    /** Where it stands. */
    public enum State {
        READING,
        READY,
        REFUSED,
        APPLYING,
        APPLIED,
        DROPPED,
        UNDONE;

        boolean isUnderWay() {
            return this == READING || this == APPLYING;
        }
    }

    /**
     * What was given, by whom.
     *
     * @param asOf the day from which what has changed holds
     * @param absent headings the file does not have, and which are not needed
     * @param follows the import that had been taken in last when this one was compared
     */
    record Source(
            String files,
            long bytes,
            LocalDate asOf,
            String by,
            Instant at,
            String absent,
            @Nullable Long follows) {}

    /** How far it has come; {@code problem} says in words why it could not be read. */
    record Progress(
            String step,
            int done,
            int total,
            int seconds,
            @Nullable String problem) {}

    /** A school stands in one of new, changed, closed and reopened, or is as it was; succeeded are closed and followed. */
    public record Counts(int rows, Comparing.Counts schools, int succeeded, int refused, int links) {
        boolean changeNothing() {
            return schools.all() + links == 0;
        }
    }

    @Nullable
    String problem() {
        return progress.problem;
    }

    /** Who took it in or threw it away, and who undid it. */
    record Fate(
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt) {}
}
