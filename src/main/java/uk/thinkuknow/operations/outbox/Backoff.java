package uk.thinkuknow.operations.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The pauses between the tries of an entry.
 *
 * @param spread the share by which a pause is shorter or longer by chance, so that entries that failed together do not return
 *     together
 * @param endless whether the last pause repeats for ever; otherwise the entry is given up after it
 */
public record Backoff(List<Duration> pauses, double spread, boolean endless) {
    /** The pause after so many tries, or empty where the entry is given up. */
    Optional<Duration> after(int tries, RandomGenerator random) {
        if (tries > pauses.size() && !endless) {
            return Optional.empty();
        }
        var pause = pauses.get(Math.min(tries, pauses.size()) - 1);
        return Optional.of(Duration.ofMillis((long) (pause.toMillis() * (1 + spread * (2 * random.nextDouble() - 1)))));
    }

    /** The most tries of an entry, unless they are endless. */
    public int tries() {
        return pauses.size() + 1;
    }
}
