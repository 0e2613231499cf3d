package uk.thinkuknow.operations.system;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** How many rows of each outbox wait, and since when; looked at twice a minute for whoever watches the metrics. */
@Singleton
@Startup
class Waiting {
    private final DataSource database;
    private final Map<Outbox, Queue> last = new ConcurrentHashMap<>();

    Waiting(DataSource database, MeterRegistry meters) {
        this.database = database;
        for (var each : Outbox.values()) {
            var what = each.name().toLowerCase(Locale.ROOT);
            Gauge.builder("outbox.waiting", () -> queue(each).rows())
                    .tag("what", what)
                    .description("rows that wait to be told outside")
                    .register(meters);
            Gauge.builder("outbox.age", () -> queue(each).seconds())
                    .tag("what", what)
                    .baseUnit("seconds")
                    .description("how long the oldest has waited")
                    .register(meters);
        }
    }

    /** @param seconds since the oldest was written; 0 where none waits */
    record Queue(long rows, long seconds) {
        static final Queue NONE = new Queue(0, 0);
    }

    private Queue queue(Outbox of) {
        return last.getOrDefault(of, Queue.NONE);
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            last.putAll(now());
        } catch (SQLException e) {
            Log.warnf("the outboxes could not be looked at: %s", e.getClass().getSimpleName());
        }
    }

    Map<Outbox, Queue> now() throws SQLException {
        var found = new EnumMap<Outbox, Queue>(Outbox.class);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var each : Outbox.values()) {
                try (var row = statement.executeQuery(each.sql())) {
                    row.next();
                    found.put(each, new Queue(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return found;
    }
}
