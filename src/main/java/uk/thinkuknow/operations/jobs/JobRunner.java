package uk.thinkuknow.operations.jobs;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.PublicId;

/**
 * Runs every job when it is due. For a job that runs on one instance, the instances compete for a lease in the database
 * (the job's turn); it is renewed while the job runs, and another instance takes over when it expires.
 */
@Singleton
public class JobRunner {
    static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(15);
    private static final int SECONDS_TO_END = 15;

    private final Event<Jobs> registration;
    private final JobTurns turns;
    private final Clock clock;
    private final boolean on;
    private final String instance;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("jobs").daemon().factory());
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-", 0).factory());
    private volatile List<JobRun> runs = List.of();
    private boolean introduced;
    private boolean databaseIsAway;
    private Instant renewedAt = Instant.MIN;

    JobRunner(
            Event<Jobs> registration,
            JobTurns turns,
            Clock clock,
            RandomGenerator random,
            @ConfigProperty(name = "thinkuknow.jobs") boolean on) {
        this.registration = registration;
        this.turns = turns;
        this.clock = clock;
        this.on = on;
        this.instance = PublicId.draw().value();
    }

    /**
     * The state of a job for the System page.
     *
     * @param lastRan null if it has not run yet
     * @param problem the failure of its last run, or null
     * @param late whether it should have started more than a minute ago
     */
    public record Status(
            String words,
            @Nullable Instant lastRan,
            @Nullable String problem,
            Instant next,
            boolean late) {}

    void start(@Observes StartupEvent event) {
        if (on) {
            var jobs = new Jobs();
            registration.fire(jobs);
            begin(jobs.all());
            timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Waits some seconds for running jobs, and releases the turns of those that do not finish. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.shutdown();
        workers.shutdown();
        if (!workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            Log.warn("jobs were stopped before their end; another instance runs them again");
        }
        if (on) {
            turns.release(instance);
        }
    }

    void begin(List<Jobs.Job> jobs) {
        var now = clock.instant();
        runs = jobs.stream().map(job -> new JobRun(job, now)).toList();
    }

    /** Starts the jobs that are due. */
    void tick() {
        var now = clock.instant();
        runs.stream()
                .filter(run -> run.job().onEachInstance() && run.isDue(now))
                .forEach(run -> start(run, now));
        try {
            takeTurns(now);
            databaseIsAway = false;
        } catch (RuntimeException e) {
            if (!databaseIsAway) {
                Log.warnf("jobs wait for the database: %s", e.getMessage());
            }
            databaseIsAway = true;
        }
    }

    private void takeTurns(Instant now) {
        introduce();
        if (!now.isBefore(renewedAt.plus(RENEWED_EVERY)) && shared().anyMatch(JobRun::isRunning)) {
            turns.renew(instance, now.plus(LEASE));
            renewedAt = now;
        }
        var all = turns.all();
        shared().filter(run -> run.isDue(now))
                .filter(run -> isFree(all.get(run.job().key()), now))
                .filter(run -> turns.take(run.job().key(), instance, now, now.plus(LEASE)))
                .forEach(run -> start(run, now));
    }

    private static boolean isFree(@Nullable JobTurn turn, Instant now) {
        return turn != null && turn.isFree(now);
    }

    private void introduce() {
        if (!introduced) {
            shared().forEach(run -> turns.introduce(run.job().key(), run.dueAt()));
            introduced = true;
        }
    }

    private Stream<JobRun> shared() {
        return runs.stream().filter(run -> !run.job().onEachInstance());
    }

    private void start(JobRun run, Instant began) {
        run.begins();
        workers.execute(() -> run(run, began));
    }

    private void run(JobRun run, Instant began) {
        var job = run.job();
        String problem = null;
        try {
            job.work().run();
        } catch (RuntimeException | Error e) {
            Log.errorf(e, "the job %s failed", job.key());
            problem = e.getClass().getSimpleName();
        }
        try {
            if (!job.onEachInstance()
                    && !turns.end(
                            job.key(), instance, began, job.schedule().after().apply(began), problem)) {
                Log.warnf("the turn of the job %s ran out before its end", job.key());
            }
        } catch (RuntimeException e) {
            Log.warnf("the end of the job %s could not be noted: %s", job.key(), e.getMessage());
        } finally {
            run.ends(began, problem);
        }
    }

    /** The state of every job, ordered by its words; empty if jobs are switched off. */
    public List<Status> all() {
        var now = clock.instant();
        var known = turns.all();
        return runs.stream()
                .map(run -> run.status(known.get(run.job().key()), now))
                .sorted(Comparator.comparing(Status::words))
                .toList();
    }
}
