package uk.thinkuknow.classroom.worry;

import java.time.Duration;

/**
 * The steps of alerts about a worry: unopened, the next step every 30 minutes, then everyone daily; opened but with
 * nobody dealing with it, a daily reminder.
 */
enum AlertStep {
    /** At once. */
    LEAD_AND_DEPUTY,
    /** After 30 minutes. */
    DEPUTY,
    /** After 60 minutes, then daily. */
    EVERYONE,
    /** One day after it was opened, then daily until the lead or the deputy deals with it. */
    OPENED;

    static final Duration PAUSE = Duration.ofMinutes(30);
    static final Duration DAY = Duration.ofDays(1);

    /** The next step of an unopened worry after this many alerts. */
    static AlertStep after(int alerts) {
        return values()[Math.min(alerts, EVERYONE.ordinal())];
    }

    /** The time from this step to the next. */
    Duration pause() {
        return this == EVERYONE || this == OPENED ? DAY : PAUSE;
    }
}
