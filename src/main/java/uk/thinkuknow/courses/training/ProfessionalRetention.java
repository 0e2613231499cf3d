package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;

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
                "Names and addresses of those who took training",
                "the last event they attended, or 90 days after one they did not",
                KEPT_DAYS,
                "So long a certificate is good and is asked for again. That somebody attended stays, as a row without a name.",
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
