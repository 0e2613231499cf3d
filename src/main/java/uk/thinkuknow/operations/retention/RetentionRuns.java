package uk.thinkuknow.operations.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@Singleton
class RetentionRuns implements PanacheRepository<RetentionRun> {
    private static final Duration DEAD_AFTER = Duration.ofHours(1);

    /** Whoever asks first in a night has its turn; so has whoever comes when the one before has not ended within an hour. */
    boolean takeTurn(LocalDate night, Instant now) {
        return getEntityManager()
                        .createNativeQuery("""
                                update retention_turn set night = ?1, taken_at = ?2, ended_at = null
                                where id = 1 and (night < ?1 or (ended_at is null and taken_at < ?3))""")
                        .setParameter(1, night)
                        .setParameter(2, now)
                        .setParameter(3, now.minus(DEAD_AFTER))
                        .executeUpdate()
                == 1;
    }

    void endTurn(Instant now) {
        getEntityManager()
                .createNativeQuery("update retention_turn set ended_at = ?1 where id = 1")
                .setParameter(1, now)
                .executeUpdate();
    }

    /** The last runs of a rule, the latest first. */
    List<RetentionRun> lastOf(String rule, int atMost) {
        return find("rule = ?1 order by id desc", rule).page(0, atMost).list();
    }
}
