package uk.thinkuknow.common;

/** Begins a new minute of the security log, or a new log, so that a test sees its line after any other test. */
public final class SecurityLogMinute {
    private SecurityLogMinute() {}

    public static SecurityLog fresh() {
        return new SecurityLog();
    }

    public static void begin(SecurityLog log) {
        log.endMinute();
    }
}
