package uk.thinkuknow.classroom.answers;

import java.time.Duration;

/** A range of the time that a child spent on a step; analysis counts children by these seven ranges. */
public enum StepTime {
    HALF_MINUTE("up to half a minute", 0, 30),
    ONE_MINUTE("half a minute to a minute", 30, 60),
    TWO_MINUTES("1 to 2 minutes", 60, 120),
    THREE_MINUTES("2 to 3 minutes", 120, 180),
    FIVE_MINUTES("3 to 5 minutes", 180, 300),
    TEN_MINUTES("5 to 10 minutes", 300, 600),
    LONGER("more than 10 minutes", 600, 900);

    private final String words;
    private final int from;
    private final int to;

    StepTime(String words, int from, int to) {
        this.words = words;
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

    public String words() {
        return words;
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
