package uk.thinkuknow.classroom.session;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.common.EachAlone;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;

/**
 * Ends what nobody has ended on its day: only what has ended can be signed, is awaited beside every figure and is asked for.
 * Run twice, or on two instances, each is ended once.
 */
@Singleton
class LeftOpen {
    private final Sessions sessions;
    private final SessionService service;
    private final Clock clock;

    LeftOpen(Sessions sessions, SessionService service, Clock clock) {
        this.sessions = sessions;
        this.service = service;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance(
                "open-sessions", "Ends sessions that nobody ended", Schedule.every("10m", "90s"), this::endAll);
    }

    void endAll() {
        var open = RetryOnConflict.call(() -> sessions.leftOpen(London.today(clock)));
        EachAlone.run("a session that nobody ended runs on", open, service::endWithItsDay);
    }
}
