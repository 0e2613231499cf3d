package uk.thinkuknow.operations.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.Eventually;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Jobs.Job;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that several instances share their jobs through one database, and how a failed job is shown. */
@QuarkusTest
class JobRunnerTest {
    private static final Schedule EACH_MINUTE = Schedule.every("1m", "0s");

    private final Watch watch = new Watch();
    private final AtomicInteger runs = new AtomicInteger();
    private String key;

    @Inject
    JobTurns turns;

    @Inject
    RandomGenerator random;

    @Inject
    Event<Jobs> registration;

    @BeforeEach
    void aJobOfItsOwn() {
        key = "test-" + PublicId.draw().value();
    }

    @Test
    void eachJobHasAKeyOfItsOwnAndSaysWhatItDoes() {
        var keys = new HashSet<String>();
        var jobs = new Jobs();
        registration.fire(jobs);
        for (var job : jobs.all()) {
            assertTrue(keys.add(job.key()) && job.key().length() <= 40, job.key());
            assertTrue(Character.isUpperCase(job.words().charAt(0)), job.words());
        }
        assertEquals(25, keys.size());
    }

    @Test
    void onlyOneOfSixInstancesRunsASharedJobInEachInterval() throws Exception {
        var instances = new ArrayList<JobRunner>();
        for (int i = 0; i < 6; i++) {
            instances.add(instance(onOneInstance(runs::incrementAndGet)));
        }
        tickAtOnce(instances);
        await(1);
        watch.runsOn(Duration.ofSeconds(59));
        tickAtOnce(instances);
        assertEquals(1, runs.get());
        watch.runsOn(Duration.ofSeconds(1));
        tickAtOnce(instances);
        await(2);
    }

    @Test
    void aJobOfEachInstanceRunsOnAll() throws Exception {
        var job = new Job(key, "Counts", EACH_MINUTE, true, runs::incrementAndGet);
        tickAtOnce(List.of(instance(job), instance(job)));
        Eventually.holds("both run", () -> runs.get() == 2);
        assertFalse(turns.all().containsKey(key));
    }

    @Test
    void anotherInstanceRunsTheJobOfAKilledOneWhenItsLeaseExpires() throws Exception {
        var other = instance(onOneInstance(runs::incrementAndGet));
        turns.introduce(key, watch.instant());
        assertTrue(turns.take(key, "killed", watch.instant(), watch.instant().plus(JobRunner.LEASE)));
        watch.runsOn(JobRunner.LEASE.minusSeconds(1));
        other.tick();
        assertEquals(0, runs.get());
        watch.runsOn(Duration.ofSeconds(1));
        other.tick();
        await(1);
        assertFalse(turns.end(key, "killed", watch.instant(), watch.instant(), null), "its turn is gone");
    }

    @Test
    void noOtherInstanceTakesAJobWhileItRunsAndAnInstanceThatStopsEndsItsJobsFirst() throws Exception {
        var end = new CountDownLatch(1);
        var job = onOneInstance(() -> {
            runs.incrementAndGet();
            wait(end);
        });
        var one = instance(job);
        var other = instance(job);
        one.tick();
        Eventually.holds("it runs", () -> runs.get() == 1);
        for (int i = 0; i < 10; i++) {
            watch.runsOn(Duration.ofSeconds(30));
            one.tick();
            other.tick();
        }
        assertEquals(1, runs.get());
        end.countDown();
        one.stop(new ShutdownEvent());
        assertTrue(turns.all().get(key).isFree(watch.instant()), "an instance that stops ends its jobs before");
        other.tick();
        Eventually.holds("the other goes on", () -> runs.get() == 2);
    }

    @Test
    void aFailedJobIsShownWithItsProblemUntilItSucceeds() throws Exception {
        var broken = new AtomicInteger(1);
        var runner = instance(onOneInstance(() -> {
            if (broken.getAndDecrement() > 0) {
                throw new IllegalStateException("broken");
            }
        }));
        runner.tick();
        Eventually.holds(
                "it failed",
                () -> "IllegalStateException".equals(runner.all().getFirst().problem()));
        assertEquals(
                watch.instant().plus(Duration.ofMinutes(1)),
                runner.all().getFirst().next());
        watch.runsOn(Duration.ofMinutes(1));
        assertFalse(runner.all().getFirst().late());
        watch.runsOn(Duration.ofMinutes(2));
        assertTrue(runner.all().getFirst().late());
        runner.tick();
        Eventually.holds("it ran well", () -> runner.all().getFirst().problem() == null);
        assertEquals(watch.instant(), runner.all().getFirst().lastRan());
    }

    private Job onOneInstance(Runnable work) {
        return new Job(key, "Counts", EACH_MINUTE, false, work);
    }

    private JobRunner instance(Job job) {
        var runner = new JobRunner(registration, turns, watch, random, true);
        runner.begin(List.of(job));
        return runner;
    }

    private static void tickAtOnce(List<JobRunner> instances) throws Exception {
        var threads = instances.stream()
                .map(each -> Thread.ofPlatform().start(each::tick))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Waits until the job has run this many times and its turn is released. */
    private void await(int times) throws Exception {
        Eventually.holds(
                "it ran",
                () -> runs.get() == times && turns.all().get(key).dueAt().isAfter(watch.instant()));
        assertEquals(times, runs.get());
    }

    private static void wait(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that the test moves forward. */
    private static final class Watch extends Clock {
        private volatile Instant now = Instant.parse("2026-11-29T10:00:00Z");

        void runsOn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
