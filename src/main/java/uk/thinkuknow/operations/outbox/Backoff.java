package uk.thinkuknow.operations.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The pauses between the tries of an outbox entry.
 *
 * @param spread the share by which a pause varies at random (0.2 is 20 %), so that entries that failed together are not
 *     retried together
 * @param endless whether the last pause repeats for ever; otherwise the entry is given up when the try after the last
 *     pause has failed
 */
public record Backoff(List<Duration> pauses, double spread, boolean endless) {
    /**
     * Returns the pause before the next try; empty if the entry is given up.
     *
     * @param tries at least 1
     */
    Optional<Duration> after(int tries, RandomGenerator random) {
        if (tries > pauses.size() && !endless) {
            return Optional.empty();
        }
        var pause = pauses.get(Math.min(tries, pauses.size()) - 1);
        return Optional.of(Duration.ofMillis((long) (pause.toMillis() * (1 + spread * (2 * random.nextDouble() - 1)))));
    }

    /** The largest number of tries, unless they are endless. */
    public int tries() {
        return pauses.size() + 1;
    }
}
