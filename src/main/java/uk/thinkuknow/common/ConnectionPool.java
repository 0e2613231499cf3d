package uk.thinkuknow.common;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Empties the pool when a connection to the database was lost. Its other connections lead to the same server, and where
 * the network drops what is sent, each would hang until its own timeout.
 */
@Singleton
public class ConnectionPool {
    private static final long ONCE_IN_NANOS = Duration.ofSeconds(1).toNanos();

    private final AgroalDataSource pool;
    private final AtomicLong emptied = new AtomicLong(System.nanoTime() - ONCE_IN_NANOS);

    ConnectionPool(AgroalDataSource pool) {
        this.pool = pool;
    }

    /**
     * Closes idle connections now, and those in use when they come back, if a connection was lost; at most once a second,
     * because all requests of a moment lose theirs.
     */
    public void emptyIfLost(Throwable thrown) {
        long now = System.nanoTime();
        long before = emptied.get();
        if (DatabaseErrors.isConnectionLost(thrown)
                && now - before >= ONCE_IN_NANOS
                && emptied.compareAndSet(before, now)) {
            pool.flush(FlushMode.GRACEFUL);
        }
    }
}
