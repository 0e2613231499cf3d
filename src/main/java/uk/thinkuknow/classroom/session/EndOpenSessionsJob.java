package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/**
 * Job that ends the sessions that nobody ended on their day, because only an ended session can be signed, and only its
 * return is awaited. Idempotent, also on two instances.
 */
@Singleton
class EndOpenSessionsJob {
    private final Sessions sessions;
    private final SessionService service;
    private final Clock clock;

    EndOpenSessionsJob(Sessions sessions, SessionService service, Clock clock) {
        this.sessions = sessions;
        this.service = service;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("open-sessions", Words.of("session.jobEnds"), Schedule.every("10m", "90s"), this::endAll);
    }

    void endAll() {
        var open = RetryOnConflict.call(() -> sessions.leftOpen(London.today(clock)));
        EachInTransaction.run("open-session failed", open, service::endWithItsDay);
    }
}
