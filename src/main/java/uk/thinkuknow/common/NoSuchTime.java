package uk.thinkuknow.common;

import java.time.LocalDateTime;

/** Thrown to refuse a local time that does not exist, because the clocks go forward over it. */
public final class NoSuchTime extends Refused {
    NoSuchTime(LocalDateTime localTime) {
        super("common.noSuchTime", TextFormat.timeOfDay(localTime), TextFormat.day(localTime));
    }
}
