package uk.thinkuknow.operations.system;

import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What runs by itself on this instance: when it last ran, whether it failed, and when it runs next. */
@Singleton
class Jobs {
    /** By class and method; whoever adds a job says here what it does. */
    static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Messenger#run", "Calls other systems"),
            Map.entry("SchoolFinder#readAhead", "Reads the register of schools for the search"),
            Map.entry("OrderWorker#carryOutWhatIsDue", "Tells Keycloak of accounts"),
            Map.entry("OfferClock#run", "Ends offers that were not answered"),
            Map.entry("LeftOpen#endAll", "Ends sessions that nobody ended"),
            Map.entry("Postman#run", "Sends letters"),
            Map.entry("Closing#lookAtAll", "Counts closed periods again"),
            Map.entry("Refreshing#regularly", "Keeps coverage up to date"),
            Map.entry("PackagedLessons#keepUp", "Looks for published lessons"),
            Map.entry("Chasing#run", "Reminds of missing returns"),
            Map.entry("Asking#run", "Draws returns and asks schools again"),
            Map.entry("WorryClock#run", "Tells deputies of worries that wait"),
            Map.entry("Reviewing#publishDue", "Publishes lessons on their day"),
            Map.entry("Remembering#run", "Reminds of sessions to come"),
            Map.entry("OutcomeService#nightly", "Releases outcomes"),
            Map.entry("SignIns#forgetThoseThatRanOut", "Forgets sign-ins that ran out"),
            Map.entry("Welsh#keepUp", "Looks whether drafts in Welsh are on"),
            Map.entry("AuditChain#nightly", "Checks the chain of the audit"),
            Map.entry("AuditChain#sealAll", "Chains new entries of the audit"),
            Map.entry("Retention#nightly", "Deletes what has been kept long enough"),
            Map.entry("Waiting#look", "Looks at the outboxes"));

    private final Scheduler scheduler;
    private final Map<String, Ran> ran = new ConcurrentHashMap<>();

    Jobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    private record Ran(Instant at, @Nullable String problem) {}

    /**
     * A job.
     *
     * @param lastRan null where it has not run since the start
     * @param problem what its last run failed with, or null
     */
    record Job(
            String words,
            @Nullable Instant lastRan,
            @Nullable String problem,
            @Nullable Instant next,
            boolean late) {}

    void hear(@Observes SuccessfulExecution run) {
        ran.put(
                method(run.getExecution().getTrigger()),
                new Ran(run.getExecution().getFireTime(), null));
    }

    void hear(@Observes FailedExecution run) {
        ran.put(
                method(run.getExecution().getTrigger()),
                new Ran(
                        run.getExecution().getFireTime(),
                        run.getException().getClass().getSimpleName()));
    }

    List<Job> all() {
        if (!scheduler.isStarted()) {
            return List.of();
        }
        return scheduler.getScheduledJobs().stream()
                .map(this::job)
                .sorted(Comparator.comparing(Job::words))
                .toList();
    }

    private Job job(Trigger trigger) {
        var method = method(trigger);
        var last = ran.get(method);
        return new Job(
                WORDS.getOrDefault(method, method),
                last == null ? null : last.at(),
                last == null ? null : last.problem(),
                trigger.getNextFireTime(),
                trigger.isOverdue());
    }

    /** "uk.thinkuknow.operations.mail.Postman#run" is "Postman#run". */
    private static String method(Trigger trigger) {
        var described = Objects.requireNonNullElse(trigger.getMethodDescription(), trigger.getId());
        return described.substring(
                described.lastIndexOf('.', described.indexOf('#') < 0 ? described.length() : described.indexOf('#'))
                        + 1);
    }
}
