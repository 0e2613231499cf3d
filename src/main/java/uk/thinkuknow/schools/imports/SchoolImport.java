package uk.thinkuknow.schools.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Snapshot of an import of files of a national register of schools: its state, files, progress, counts, and who decided
 * on it.
 */
public record SchoolImport(
        long id, PublicId publicId, State state, Source source, Progress progress, Counts counts, ImportDecision fate) {

    /** The states of an import, from reading to applied, dropped or undone. */
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
     * The files, and who sent them.
     *
     * @param byId the account of the uploader; null for the command
     * @param asOf the day from which the changes apply
     * @param absent optional headings that the files do not have
     * @param follows the id of the import that was the last applied when this one began, or null
     */
    record Source(
            String files,
            long bytes,
            LocalDate asOf,
            String by,
            @Nullable Long byId,
            Instant at,
            String absent,
            @Nullable Long follows) {}

    /**
     * The current step, the rows done and in all, and the seconds it took. {@code problem} says why it failed, or is
     * null.
     */
    record Progress(
            String step,
            int done,
            int total,
            int seconds,
            @Nullable String problem) {}

    /**
     * The counts of a dry run. Each differing school is new, changed, closed or reopened. A closed school is counted as
     * succeeded as well if it hands over to one open school, and did not hand over to this one before, or has something left.
     */
    public record Counts(int rows, SchoolComparison.Counts schools, int succeeded, int refused, int links) {
        boolean changeNothing() {
            return schools.all() + links + succeeded == 0;
        }
    }

    /**
     * Returns whether this person uploaded it. Then somebody else takes it in or undoes it: its schools and their rolls are
     * what figures are measured against, and with a school that hands over the worries of its children go to other people.
     */
    boolean needsAnother(StaffMember than) {
        return Objects.equals(source.byId(), than.id());
    }

    @Nullable
    String problem() {
        return progress.problem;
    }

    /** Who applied or dropped it, and who undid it; null while nobody has. */
    record ImportDecision(
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt) {}
}
