package uk.thinkuknow.operations.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs.Job;

/** The state of one job on this instance: whether it is running, when it is due, and how its last run here ended. */
final class JobRun {
    private static final Duration LATE_AFTER = Duration.ofMinutes(1);

    private final Job job;
    private Instant dueAt;
    private boolean running;
    private @Nullable Instant ranAt;
    private @Nullable String problem;

    JobRun(Job job, Instant start) {
        this.job = job;
        this.dueAt = job.schedule().first().apply(start);
    }

    Job job() {
        return job;
    }

    synchronized Instant dueAt() {
        return dueAt;
    }

    synchronized boolean isRunning() {
        return running;
    }

    /**
     * Returns whether the job is not running here and its time has come. For a job that runs on one instance, its turn
     * in the database must be free too.
     */
    synchronized boolean isDue(Instant now) {
        return !running && !dueAt.isAfter(now);
    }

    synchronized void begins() {
        running = true;
    }

    synchronized void ends(Instant began, @Nullable String why) {
        running = false;
        ranAt = began;
        problem = why;
        if (job.onEachInstance()) {
            dueAt = job.schedule().after().apply(began);
        }
    }

    synchronized JobRunner.Status status(@Nullable JobTurn turn, Instant now) {
        var late = now.minus(LATE_AFTER);
        if (turn == null) {
            return new JobRunner.Status(job.words(), ranAt, problem, dueAt, isDue(late));
        }
        var next = turn.dueAt().isAfter(dueAt) ? turn.dueAt() : dueAt;
        return new JobRunner.Status(job.words(), turn.ranAt(), turn.problem(), next, isDue(late) && turn.isFree(late));
    }
}
