package uk.thinkuknow.worry;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import uk.thinkuknow.school.SchoolService;
import uk.thinkuknow.shared.London;

/** Destroys worries 30 days after they were closed, with their notes; an open one never. A number without a child stays. */
@Singleton
class Destruction {
    static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;

    private final Worries worries;
    private final SchoolService schools;
    private final Clock clock;

    Destruction(Worries worries, SchoolService schools, Clock clock) {
        this.worries = worries;
        this.schools = schools;
        this.clock = clock;
    }

    @Scheduled(
            cron = "0 50 2 * * ?",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() {
        int gone = destroyAll();
        Log.infof("%d worries closed more than %d days ago were destroyed", gone, KEPT.toDays());
    }

    /** @return how many */
    int destroyAll() {
        int gone = 0;
        int now = destroySome();
        while (now > 0) {
            gone += now;
            now = destroySome();
        }
        return gone;
    }

    private int destroySome() {
        return QuarkusTransaction.requiringNew().call(() -> {
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
