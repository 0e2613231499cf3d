package uk.thinkuknow.professional;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.shared.London;

/**
 * Erases names and addresses of those who took training, once their day has come; that they attended stays, as a number.
 * Each row is locked by whoever erases it, so that several instances at once do it once.
 */
@Singleton
class Erasure {
    private static final int AT_ONCE = 50;

    private final Professionals professionals;
    private final Clock clock;

    Erasure(Professionals professionals, Clock clock) {
        this.professionals = professionals;
        this.clock = clock;
    }

    @Scheduled(
            cron = "0 10 3 * * ?",
            timeZone = "Europe/London",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() {
        Log.infof("%d people who took training were erased", eraseAll());
    }

    /** @return how many */
    int eraseAll() {
        int gone = 0;
        int now = eraseSome();
        while (now > 0) {
            gone += now;
            now = eraseSome();
        }
        return gone;
    }

    private int eraseSome() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var over = professionals.lockedOver(London.today(clock), AT_ONCE);
            over.forEach(person -> person.erase(clock.instant()));
            return over.size();
        });
    }
}
