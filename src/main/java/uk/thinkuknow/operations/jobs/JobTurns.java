package uk.thinkuknow.operations.jobs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.RetryOnConflict;

/**
 * Stores, for each job that runs on one instance, when it is due and which instance has the lease to run it (the job's
 * turn). Each method is a transaction of its own.
 */
@Singleton
class JobTurns implements PanacheRepositoryBase<JobTurn, String> {
    void introduce(String job, Instant dueAt) {
        inTransaction(() -> getEntityManager()
                .createNativeQuery("insert ignore into job_turn (job, due_at) values (?1, ?2)")
                .setParameter(1, job)
                .setParameter(2, dueAt)
                .executeUpdate());
    }

    Map<String, JobTurn> all() {
        return inTransaction(() -> streamAll().collect(Collectors.toMap(JobTurn::job, Function.identity())));
    }

    /** @return true if the instance now has the turn: the job was due and no other instance had a valid lease */
    boolean take(String job, String instance, Instant now, Instant until) {
        return inTransaction(() -> update(
                        "takenBy = ?1, takenUntil = ?2 where job = ?3 and dueAt <= ?4 and (takenUntil is null or takenUntil <= ?4)",
                        instance,
                        until,
                        job,
                        now))
                == 1;
    }

    void renew(String instance, Instant until) {
        inTransaction(() -> update("takenUntil = ?1 where takenBy = ?2", until, instance));
    }

    /** @return true if the instance still had the turn */
    boolean end(String job, String instance, Instant began, Instant next, @Nullable String problem) {
        return inTransaction(() -> update(
                        "takenBy = null, takenUntil = null, ranAt = ?1, dueAt = ?2, problem = ?3 where job = ?4 and takenBy = ?5",
                        began,
                        next,
                        problem,
                        job,
                        instance))
                == 1;
    }

    /** Releases all turns of an instance, so that another can take them at once. */
    void release(String instance) {
        inTransaction(() -> update("takenBy = null, takenUntil = null where takenBy = ?1", instance));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return RetryOnConflict.call(work::get);
    }
}
