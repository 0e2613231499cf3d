package uk.thinkuknow.operations.retention;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** Runs the retention rules in batches: every night on one instance, or one rule when an administrator asks for it. */
@Singleton
class RetentionJob {
    private static final int RUNS_SHOWN = 3;

    /** The time limit while an administrator waits for the page; the next run deletes the rest. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<RetentionRule> rules;
    private final RetentionRuns runs;
    private final PeopleService people;
    private final Clock clock;

    RetentionJob(@All List<RetentionRule> rules, RetentionRuns runs, PeopleService people, Clock clock) {
        this.rules = rules;
        this.runs = runs;
        this.people = people;
        this.clock = clock;
    }

    /** A rule with the number of rows due now and its last runs. */
    record RuleState(RetentionRule.Terms terms, long due, List<RetentionRun> runs) {}

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("retention", Words.of("retention.job"), Schedule.hourly(2, 5, 20), this::nightly);
    }

    /** Runs each rule once a night; the later hours are for rules that were interrupted. */
    void nightly() {
        var night = London.today(clock).atStartOfDay(London.ZONE).toInstant();
        inOrder().stream().filter(rule -> !isDone(rule, night)).forEach(rule -> run(rule, null, Instant.MAX));
    }

    private boolean isDone(RetentionRule rule, Instant night) {
        return RetryOnConflict.call(() -> runs.isDone(rule.terms().key(), night));
    }

    /** Every rule with the number of rows due now and its last runs, ordered by key. */
    List<RuleState> all() {
        return inOrder().stream()
                .map(rule -> RetryOnConflict.call(() -> new RuleState(
                        rule.terms(), rule.due(), runs.lastOf(rule.terms().key(), RUNS_SHOWN))))
                .toList();
    }

    /**
     * Runs one rule now, within the time limit of a page.
     *
     * @return the number of deleted rows
     * @throws NotFound if there is no such rule
     */
    int runNow(StaffMember by, String key) {
        var rule = inOrder().stream()
                .filter(each -> each.terms().key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
        int removed = run(rule, by.name(), clock.instant().plus(PATIENCE));
        people.note(
                by.name(),
                Words.of("retention.noteDeleted"),
                "retention " + key,
                Words.of("retention.noteRemoved", String.valueOf(removed)));
        return removed;
    }

    private int run(RetentionRule rule, @Nullable String by, Instant until) {
        var key = rule.terms().key();
        var id = RetryOnConflict.call(() -> begin(key, by));
        int removed = 0;
        String problem = null;
        try {
            int some = rule.deleteSome();
            while (some > 0) {
                removed += some;
                note(id, some);
                some = clock.instant().isBefore(until) ? rule.deleteSome() : 0;
            }
        } catch (RuntimeException e) {
            // a failing rule must not stop the others
            Log.errorf(e, "the retention of %s goes on next time", key);
            problem = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        end(id, problem);
        Log.infof("retention of %s: %d removed", key, removed);
        return removed;
    }

    private long begin(String key, @Nullable String by) {
        var run = new RetentionRun(key, by, clock.instant());
        runs.persistAndFlush(run);
        return run.id();
    }

    private void note(long id, int some) {
        RetryOnConflict.run(() -> runs.findById(id).removes(some));
    }

    private void end(long id, @Nullable String problem) {
        RetryOnConflict.run(() -> runs.findById(id).ends(clock.instant(), problem));
    }

    private List<RetentionRule> inOrder() {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> rule.terms().key()))
                .toList();
    }
}
