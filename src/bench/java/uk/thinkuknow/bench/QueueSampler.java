package uk.thinkuknow.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the application's queue metrics once a second and keeps the maximum of each. */
final class QueueSampler {
    private static final List<String> WANTED = List.of("classroom_intake_waiting", "classroom_intake_age", "http_late");

    private final Map<String, Double> most = new TreeMap<>();
    private final URI metrics;
    private final Thread poller;

    QueueSampler(URI metrics) {
        this.metrics = metrics;
        poller = Thread.ofPlatform().daemon().start(this::poll);
    }

    /** Stops reading and returns the maximum of each metric, by its name with labels. */
    Map<String, Double> deepest() {
        poller.interrupt();
        synchronized (most) {
            return new TreeMap<>(most);
        }
    }

    private void poll() {
        try {
            while (true) {
                Thread.sleep(1_000);
                read();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (var in = metrics.toURL().openStream()) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int value = line.lastIndexOf(' ');
                if (WANTED.stream().anyMatch(line::startsWith)) {
                    synchronized (most) {
                        most.merge(line.substring(0, value), Double.valueOf(line.substring(value + 1)), Math::max);
                    }
                }
            }
        } catch (IOException e) {
            synchronized (most) {
                most.merge("seconds without an answer about depths", 1.0, Double::sum);
            }
        }
    }
}
