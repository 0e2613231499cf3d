package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;

/**
 * Retention rule that erases names and addresses of professionals after their retention date; their attendance still
 * counts. Each row is locked, so that two instances do not erase the same.
 */
@Singleton
class ProfessionalRetention implements RetentionRule {
    private static final int AT_ONCE = 50;
    private static final int KEPT_DAYS = 365 * ProfessionalService.YEARS_AFTER_ATTENDING;

    private final Professionals professionals;
    private final Clock clock;

    ProfessionalRetention(Professionals professionals, Clock clock) {
        this.professionals = professionals;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "professionals",
                Words.of("training.retained"),
                Words.of("training.retainedFrom"),
                KEPT_DAYS,
                Words.of("training.retainedWhy"),
                LocalDate.of(2026, 11, 1));
    }

    @Override
    public long due() {
        return professionals.countOver(London.today(clock));
    }

    @Override
    public int deleteSome() {
        return RetryOnConflict.call(() -> {
            var over = professionals.lockedOver(London.today(clock), AT_ONCE);
            over.forEach(person -> person.erase(clock.instant()));
            return over.size();
        });
    }
}
