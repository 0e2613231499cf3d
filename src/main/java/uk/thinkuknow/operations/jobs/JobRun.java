package uk.thinkuknow.operations.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs.Job;

/** A job on this instance: whether it runs, and for a job of each instance its last run and its next. */
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

    /** A job of one instance is due here from its first time on; after that its turn decides. */
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
