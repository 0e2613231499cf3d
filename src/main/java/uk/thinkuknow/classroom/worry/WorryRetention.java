package uk.thinkuknow.classroom.worry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Retention rule that deletes worries and their notes 30 days after they were closed; a worry that is not closed is
 * never deleted. A row with the region and two durations stays for the counts.
 */
@Singleton
class WorryRetention implements RetentionRule {
    static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;

    private final Worries worries;
    private final SchoolService schools;
    private final Clock clock;

    WorryRetention(Worries worries, SchoolService schools, Clock clock) {
        this.worries = worries;
        this.schools = schools;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "worries",
                Words.of("worries.retention"),
                Words.of("worries.retentionFrom"),
                (int) KEPT.toDays(),
                Words.of("worries.retentionWhy"),
                LocalDate.of(2026, 11, 1));
    }

    @Override
    public long due() {
        return worries.countClosedBefore(clock.instant().minus(KEPT));
    }

    @Override
    public int deleteSome() {
        return RetryOnConflict.call(() -> {
            var old = worries.closedBefore(clock.instant().minus(KEPT), AT_ONCE);
            for (var worry : old) {
                tally(worry);
                worries.delete(worry);
            }
            return old.size();
        });
    }

    private void tally(Worry worry) {
        var read = worry.firstReadAt() == null ? worry.sentAt() : worry.firstReadAt();
        var closed = worry.closedAt() == null ? worry.sentAt() : worry.closedAt();
        worries.getEntityManager()
                .createNativeQuery(
                        "insert into worry_tally (region_key, month, minutes_to_read, minutes_to_close) values (?1, ?2, ?3, ?4)")
                .setParameter(1, schools.school(worry.schoolId()).regionKey())
                .setParameter(2, London.dateOf(worry.sentAt()).withDayOfMonth(1))
                .setParameter(3, Duration.between(worry.sentAt(), read).toMinutes())
                .setParameter(4, Duration.between(worry.sentAt(), closed).toMinutes())
                .executeUpdate();
    }
}
