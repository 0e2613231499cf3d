package uk.thinkuknow.exchange.content;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;
import uk.thinkuknow.common.Refused;

/**
 * The processor time that reading one file may take. A small file can be written so that reading it would take hours, so
 * the readers ask here before each longer piece of work.
 */
public final class ImportBudget {
    private static final ScopedValue<Long> END_NANOS = ScopedValue.newInstance();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ImportBudget() {}

    /**
     * Reads with at most so much time.
     *
     * @throws Refused if it took longer
     */
    public static ImportResult within(Duration atMost, Supplier<ImportResult> reading) {
        long end = THREADS.getCurrentThreadCpuTime() + atMost.toNanos();
        return ScopedValue.where(END_NANOS, end).call(() -> {
            var result = reading.get();
            check(); // a question that was left out for lack of time does not show it
            return result;
        });
    }

    /** @throws Refused if the time is used up */
    public static void check() {
        if (END_NANOS.isBound() && THREADS.getCurrentThreadCpuTime() > END_NANOS.get()) {
            throw new Refused("content.takesTooLong");
        }
    }
}
