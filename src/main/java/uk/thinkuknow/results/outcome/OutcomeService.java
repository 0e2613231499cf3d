package uk.thinkuknow.results.outcome;

import io.quarkus.logging.Log;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import uk.thinkuknow.classroom.answers.Moves;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/**
 * Collects pairs of answers from sessions and makes batches of them every night. It returns figures that are made of
 * batches only.
 */
@Singleton
public class OutcomeService {
    private static final int SECONDS_AT_MOST = 120;

    private final PairCollector pairs;
    private final OutcomeRows rows;
    private final Clock clock;
    private final RandomGenerator random;

    OutcomeService(PairCollector pairs, OutcomeRows rows, Clock clock, RandomGenerator random) {
        this.pairs = pairs;
        this.rows = rows;
        this.clock = clock;
        this.random = random;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("outcomes", Words.of("outcome.job"), Schedule.daily(2, 50), this::nightly);
    }

    /** Runs every night, after answers are deleted. A second instance finds nothing left to do. */
    void nightly() {
        var today = London.today(clock);
        int sessions = 0;
        for (int some = tried(() -> pairs.collectSome(today)); some > 0; some = tried(() -> pairs.collectSome(today))) {
            sessions += some;
        }
        int batches = tried(this::makeBatches);
        Log.infof("outcomes: %d sessions taken in, %d batches made", sessions, batches);
    }

    /**
     * Makes batches of the waiting pairs, in the caller's transaction.
     *
     * @return the number of batches
     */
    private int makeBatches() {
        var made = BatchRule.RULE.of(rows.waiting(), London.today(clock), random);
        rows.show(made, London.today(clock));
        return made.batches().size();
    }

    private static int tried(IntSupplier act) {
        return RetryOnConflict.call(SECONDS_AT_MOST, act::getAsInt);
    }

    @Transactional
    OutcomeFigures figures(OutcomeScope within) {
        return new OutcomeFigures(rows.batches()).in(within);
    }

    /** Adds waiting pairs from before this installation, for demo data. */
    @Transactional
    public void bringIn(PastPairs past, Moves moves) {
        rows.add(new WaitingPairs(
                new WaitingPairs.PairQuestion(
                        past.version(), past.step(), past.year(), OutcomeMeasure.of(past.scored())),
                past.area(),
                past.since(),
                moves));
    }

    /** A question of a module version in a year, the area, and the day since which its pairs have waited. */
    public record PastPairs(long version, String step, boolean scored, String year, Area area, LocalDate since) {}

    /** The keys of the authority, region and nation in which a school was on the day of a session. */
    public record Area(String authority, String region, String nation) {}

    /** Makes batches at once of the pairs added for demo data. */
    @Transactional
    public void makeBatchesNow() {
        makeBatches();
    }
}
