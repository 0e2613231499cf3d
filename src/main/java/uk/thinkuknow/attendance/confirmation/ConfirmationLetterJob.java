package uk.thinkuknow.attendance.confirmation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.attendance.confirmation.UntoldReturns.Reader;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/**
 * Writes the letters about returns that wait: to those of the school who may confirm, and after 14 days to the managers
 * of its area. A school has at most one letter a day of each kind.
 */
@Singleton
class ConfirmationLetterJob {
    private final UntoldReturns untold;
    private final ConfirmationLetters letters;
    private final Clock clock;

    ConfirmationLetterJob(UntoldReturns untold, ConfirmationLetters letters, Clock clock) {
        this.untold = untold;
        this.letters = letters;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("returns-to-confirm", Words.of("confirmation.job"), Schedule.every("15m", "3m"), this::run);
    }

    /** Writes the letters that are due. */
    void run() {
        for (var reader : Reader.values()) {
            var schools = RetryOnConflict.call(() -> untold.schools(reader, clock.instant()));
            EachInTransaction.run("returns-to-confirm failed", schools, school -> tell(school, reader));
        }
    }

    private void tell(long schoolId, Reader reader) {
        var now = clock.instant();
        var news = untold.of(schoolId, reader, now).stream()
                .filter(each -> untold.record(each, reader, now))
                .toList();
        if (!news.isEmpty()) {
            letters.ask(schoolId, reader, news);
        }
    }
}
