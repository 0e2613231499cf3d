package uk.thinkuknow.operations.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class RetentionRuns implements PanacheRepository<RetentionRun> {
    /** Whether a rule that was begun by this name since then has come to its end. */
    boolean isDone(String rule, String begunBy, Instant since) {
        return count("rule = ?1 and begunBy = ?2 and startedAt >= ?3 and endedAt is not null", rule, begunBy, since)
                > 0;
    }

    /** The last runs of a rule, the latest first. */
    List<RetentionRun> lastOf(String rule, int atMost) {
        return find("rule = ?1 order by id desc", rule).page(0, atMost).list();
    }
}
