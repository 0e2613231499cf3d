package uk.thinkuknow.classroom.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.thinkuknow.common.EachAlone;
import uk.thinkuknow.common.London;

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

    @Scheduled(every = "10m", delayed = "90s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endAll() {
        var open = QuarkusTransaction.requiringNew().call(() -> sessions.leftOpen(London.today(clock)));
        EachAlone.run("a session that nobody ended runs on", open, service::endWithItsDay);
    }
}
