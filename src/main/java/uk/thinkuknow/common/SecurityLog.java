package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logs attempts to get round the product's controls. Who makes thousands of them fills no disk: of each kind and sender
 * a minute has a few lines, and then one with the number of the others.
 */
@Singleton
public class SecurityLog {
    static final int LINES_A_MINUTE = 10;
    static final int SENDERS_A_MINUTE = 200;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Clock clock;
    private final Map<String, Integer> attempts = new LinkedHashMap<>();
    private long since;

    SecurityLog(Clock clock) {
        this.clock = clock;
    }

    /** What somebody tried. */
    public enum Attempt {
        ROLE("turned away"),
        UNKNOWN_ID("not found"),
        OTHER_SITE("other site"),
        FORM_TOKEN("token refused"),
        TOO_LARGE("body refused"),
        FILE("file refused"),
        GUESSING("codes guessed");

        private final String words;

        Attempt(String words) {
            this.words = words;
        }
    }

    /** Logs an attempt whose sender is not known. */
    public void record(Attempt attempt, String details) {
        record(attempt, "", details);
    }

    /**
     * Logs an attempt.
     *
     * @param sender the account, or an empty text
     * @param details without anything that a user typed, and without names of children
     */
    public void record(Attempt attempt, String sender, String details) {
        if (isShown(attempt, sender)) {
            Log.warnf("%s: %s", attempt.words, details);
        }
    }

    /** The first segment of a path: what follows may be the secret of a link. */
    public static String beginning(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end) + "/…";
    }

    private synchronized boolean isShown(Attempt attempt, String sender) {
        long now = clock.millis();
        if (now - since >= MINUTE) {
            endMinute();
            since = now;
        }
        var key =
                sender.isEmpty() || attempts.size() >= SENDERS_A_MINUTE ? attempt.words : attempt.words + ": " + sender;
        return attempts.merge(key, 1, Integer::sum) <= LINES_A_MINUTE;
    }

    synchronized void endMinute() {
        attempts.forEach((key, times) -> {
            if (times > LINES_A_MINUTE) {
                Log.warnf("%s: %d more within a minute", key, times - LINES_A_MINUTE);
            }
        });
        attempts.clear();
    }
}
