package uk.thinkuknow.worry;

import java.time.Duration;

/** Who is told of a worry that nobody has opened, and when: a step each half hour, then everyone once a day. */
enum Ladder {
    /** At once. */
    LEAD_AND_DEPUTY,
    /** After 30 minutes. */
    DEPUTY,
    /** After 60 minutes, and every day from then on. */
    EVERYONE;

    static final Duration PAUSE = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    /** The step after so many have been taken. */
    static Ladder after(int alerts) {
        return values()[Math.min(alerts, values().length - 1)];
    }

    /** How long to wait after this step. */
    Duration pause() {
        return this == EVERYONE ? DAY : PAUSE;
    }
}
