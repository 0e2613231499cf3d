package uk.thinkuknow.classroom.worry;

import java.time.Duration;

/**
 * Who is told of a worry that nobody has opened, and when: a step each half hour, then everyone once a day. One that was
 * opened and that nobody deals with is told of again, once a day.
 */
enum Ladder {
    /** At once. */
    LEAD_AND_DEPUTY,
    /** After 30 minutes. */
    DEPUTY,
    /** After 60 minutes, and every day from then on. */
    EVERYONE,
    /** A day after it was opened, to the lead and the deputy, until one of them deals with it. */
    OPENED;

    static final Duration PAUSE = Duration.ofMinutes(30);
    static final Duration DAY = Duration.ofDays(1);

    /** The step of an unopened one after so many have been taken. */
    static Ladder after(int alerts) {
        return values()[Math.min(alerts, EVERYONE.ordinal())];
    }

    /** How long to wait after this step. */
    Duration pause() {
        return this == EVERYONE || this == OPENED ? DAY : PAUSE;
    }
}
