package uk.thinkuknow.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The wall clock of the schools. */
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
     * The instant that a time on the schools' wall means; one that comes twice, in the hour that the clocks go back, is the first.
     *
     * @throws NoSuchTime in the hour that the clocks jump over in March
     */
    public static Instant at(LocalDateTime wall) {
        var offsets = ZONE.getRules().getValidOffsets(wall);
        if (offsets.isEmpty()) {
            throw new NoSuchTime(wall);
        }
        return wall.toInstant(offsets.getFirst());
    }

    /** What the schools' wall shows at an instant. */
    public static LocalDateTime wallAt(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    /** A day and time as people say it, for example "Tuesday 9 February 2027 at 10:00". */
    public static String inWords(Instant at) {
        return InWords.longDay(at) + " at " + timeOf(at);
    }

    /** The time of day, for example "10:00". */
    public static String timeOf(Instant at) {
        return InWords.timeOfDay(at);
    }
}
