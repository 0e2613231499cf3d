package uk.thinkuknow.operations.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The turn of a job that runs on one instance: when it is due, which instance holds its lease, and how the last run
 * ended.
 */
@Entity
@Table(name = "job_turn")
class JobTurn {
    @Id
    private String job;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "taken_by")
    private @Nullable String takenBy;

    @Column(name = "taken_until")
    private @Nullable Instant takenUntil;

    @Column(name = "ran_at")
    private @Nullable Instant ranAt;

    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    JobTurn() {}

    /** Returns whether an instance may take the turn: the job is due and no lease is valid. */
    boolean isFree(Instant now) {
        return !dueAt.isAfter(now) && (takenUntil == null || !takenUntil.isAfter(now));
    }

    String job() {
        return job;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant ranAt() {
        return ranAt;
    }

    @Nullable
    String problem() {
        return problem;
    }
}
