package uk.thinkuknow.operations.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/** Publishes the number and age of pending entries of every outbox as metrics, refreshed every 30 seconds. */
@Singleton
@Startup
public class BacklogMetrics {
    private final List<Backlog> all;
    private final Map<String, Backlog.PendingCount> last = new ConcurrentHashMap<>();

    BacklogMetrics(@All List<Backlog> all, MeterRegistry meters) {
        this.all = all;
        for (var each : all) {
            Gauge.builder("outbox.waiting", () -> last(each).entries())
                    .tag("what", each.key())
                    .description(Words.of("outbox.metricWaiting"))
                    .register(meters);
            Gauge.builder("outbox.age", () -> last(each).seconds())
                    .tag("what", each.key())
                    .baseUnit("seconds")
                    .description(Words.of("outbox.metricAge"))
                    .register(meters);
        }
    }

    void register(@Observes Jobs jobs) {
        jobs.onEachInstance(
                "outbox-metrics",
                Words.of("outbox.metricsJob"),
                Schedule.every("30s", "10s"),
                () -> all.forEach(each -> last.put(each.key(), each.waiting())));
    }

    /** All outboxes, highest priority first. */
    public List<Backlog> all() {
        return all;
    }

    private Backlog.PendingCount last(Backlog of) {
        return last.getOrDefault(of.key(), Backlog.PendingCount.NONE);
    }
}
