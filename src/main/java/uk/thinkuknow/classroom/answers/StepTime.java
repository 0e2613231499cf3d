package uk.thinkuknow.classroom.answers;

import java.time.Duration;

/** A range of the time that a child spent on a step; analysis counts children by these seven ranges. */
public enum StepTime {
    HALF_MINUTE(0, 30),
    ONE_MINUTE(30, 60),
    TWO_MINUTES(60, 120),
    THREE_MINUTES(120, 180),
    FIVE_MINUTES(180, 300),
    TEN_MINUTES(300, 600),
    LONGER(600, 900);

    private final int from;
    private final int to;

    StepTime(int from, int to) {
        this.from = from;
        this.to = to;
    }

    static StepTime of(Duration spent) {
        for (var each : values()) {
            if (spent.toSeconds() < each.to) {
                return each;
            }
        }
        return LONGER;
    }

    /** Start of the range in seconds. */
    public int from() {
        return from;
    }

    /** End of the range in seconds. The longest range has no end; for it this is where charts end its bar. */
    public int to() {
        return to;
    }
}
