package uk.thinkuknow.operations.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Stores the runs of retention rules. */
@Singleton
class RetentionRuns implements PanacheRepository<RetentionRun> {
    /** Returns whether a run of the rule that nobody started has finished since then, with or without a failure. */
    boolean isDone(String rule, Instant since) {
        return count(
                        "rule = ?1 and begunBy = ?2 and startedAt >= ?3 and endedAt is not null",
                        rule,
                        RetentionRun.NOBODY,
                        since)
                > 0;
    }

    /** The last runs of a rule, latest first. */
    List<RetentionRun> lastOf(String rule, int atMost) {
        return find("rule = ?1 order by id desc", rule).page(0, atMost).list();
    }
}
