package uk.thinkuknow.common;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The times at which a job runs.
 *
 * @param first the first run, from the start time of the instance
 * @param after the next run, from the start time of the one before
 */
public record Schedule(UnaryOperator<Instant> first, UnaryOperator<Instant> after) {
    /** At a fixed interval between run starts, with a delay before the first; both written like 90s, 15m or 1h. */
    public static Schedule every(String pause, String delay) {
        var wait = Duration.parse("PT" + delay);
        var interval = Duration.parse("PT" + pause);
        return new Schedule(start -> start.plus(wait), began -> began.plus(interval));
    }

    /** Once a day, at a UK local time. */
    public static Schedule daily(int hour, int minute) {
        return hourly(hour, hour, minute);
    }

    /**
     * In every hour from the first to the last, both included, at these minutes of the hour, which are given in
     * ascending order; UK local time.
     */
    public static Schedule hourly(int firstHour, int lastHour, int... minutes) {
        var times = IntStream.rangeClosed(firstHour, lastHour)
                .boxed()
                .flatMap(hour -> Arrays.stream(minutes).mapToObj(minute -> LocalTime.of(hour, minute)))
                .toList();
        UnaryOperator<Instant> next = at -> {
            var today = at.atZone(London.ZONE).toLocalDate();
            return Stream.of(today, today.plusDays(1))
                    .flatMap(day -> times.stream()
                            .map(time -> day.atTime(time).atZone(London.ZONE).toInstant()))
                    .filter(at::isBefore)
                    .findFirst()
                    .orElseThrow();
        };
        return new Schedule(next, next);
    }
}
