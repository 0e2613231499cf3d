package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the log small: of each kind and source a minute has a few lines, and when it is over one line says how many others
 * there were.
 */
final class LogLimit {
    static final int SOURCES_A_MINUTE = 200;

    private final int linesAMinute;
    private final Consumer<Runnable> inAMinute;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    LogLimit(int linesAMinute) {
        this(linesAMinute, CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES)::execute);
    }

    /** @param inAMinute runs what it is given when a minute is over */
    LogLimit(int linesAMinute, Consumer<Runnable> inAMinute) {
        this.linesAMinute = linesAMinute;
        this.inAMinute = inAMinute;
    }

    /** Returns whether a line is logged; counts it if not. The minute begins with the first line. */
    synchronized boolean isShown(String kind, String source) {
        if (lines.isEmpty()) {
            inAMinute.accept(this::endMinute);
        }
        var key = source.isEmpty() || lines.size() >= SOURCES_A_MINUTE ? kind : kind + ": " + source;
        return lines.merge(key, 1, Integer::sum) <= linesAMinute;
    }

    synchronized void endMinute() {
        lines.forEach((key, times) -> {
            if (times > linesAMinute) {
                Log.warnf("%s: %d more within a minute", key, times - linesAMinute);
            }
        });
        lines.clear();
    }
}
