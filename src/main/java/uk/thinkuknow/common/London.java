package uk.thinkuknow.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Converts between instants and UK local time, the time that schools use. */
public final class London {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    public static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /**
     * The instant of a UK local time. A time that occurs twice, when the clocks go back, means the first.
     *
     * @throws NoSuchTime if the clocks jump over that time in March
     */
    public static Instant at(LocalDateTime localTime) {
        var offsets = ZONE.getRules().getValidOffsets(localTime);
        if (offsets.isEmpty()) {
            throw new NoSuchTime(localTime);
        }
        return localTime.toInstant(offsets.getFirst());
    }

    /** The UK local time of an instant. */
    public static LocalDateTime localTimeAt(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    /** Date and time as text, for example "Tuesday 9 February 2027 at 10:00". */
    public static String inWords(Instant at) {
        return Words.of("common.dayAndTime", TextFormat.longDay(at), timeOf(at));
    }

    /** The time of day, for example "10:00". */
    public static String timeOf(Instant at) {
        return TextFormat.timeOfDay(at);
    }

    /** The time of day for today, preceded by day and month for other days. */
    public static String timeFrom(Clock clock, Instant at) {
        return (dateOf(at).equals(today(clock)) ? "" : TextFormat.dayAndMonth(at) + ", ") + timeOf(at);
    }
}
