package uk.thinkuknow.classroom.worry;

import java.time.Duration;

/**
 * A step of the alerts about a worry, which says who is emailed. While nobody has opened the worry, a step follows
 * every 30 minutes, then everyone is emailed daily. Once it is opened, there is a daily reminder until somebody deals
 * with it.
 */
enum AlertStep {
    /** The lead and the deputy, at once. */
    LEAD_AND_DEPUTY,
    /** The deputy, after 30 minutes. */
    DEPUTY,
    /** The lead, the deputy and the school's contact, after 60 minutes, then daily. */
    EVERYONE,
    /** The lead and the deputy, one day after it was opened, then daily until one of them deals with it. */
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
