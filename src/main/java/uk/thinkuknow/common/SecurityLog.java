package uk.thinkuknow.common;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Logs attempts to get round the product's controls, of each kind and sender a few lines a minute ({@link LogLimit}). */
@Singleton
public class SecurityLog {
    static final int LINES_A_MINUTE = 10;

    private final LogLimit limit;

    @Inject
    SecurityLog() {
        this(new LogLimit(LINES_A_MINUTE));
    }

    SecurityLog(LogLimit limit) {
        this.limit = limit;
    }

    /** What somebody tried. */
    public enum Attempt {
        ROLE("turned away"),
        UNKNOWN_ID("not found"),
        OTHER_SITE("other site"),
        FORM_TOKEN("token refused"),
        TOO_LARGE("body refused"),
        FILE("file refused"),
        PASSWORD("password refused"),
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
        if (limit.isShown(attempt.words, sender)) {
            Log.warnf("%s: %s", attempt.words, details);
        }
    }

    /** The first segment of a path: what follows may be the secret of a link. */
    public static String beginning(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end) + "/…";
    }

    void endMinute() {
        limit.endMinute();
    }
}
