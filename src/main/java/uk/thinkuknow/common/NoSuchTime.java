package uk.thinkuknow.common;

import java.time.LocalDateTime;

/** Thrown to refuse a local time that does not exist, because the clocks go forward over it. */
public final class NoSuchTime extends Refused {
    NoSuchTime(LocalDateTime localTime) {
        super("There is no " + TextFormat.timeOfDay(localTime) + " on " + TextFormat.day(localTime)
                + ": the clocks go forward over that hour. Choose a time before or after it.");
    }
}
