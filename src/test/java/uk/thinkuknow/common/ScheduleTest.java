package uk.thinkuknow.common;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests when scheduled jobs run, also when the clocks change. */
class ScheduleTest {
    @Test
    void theFirstRunIsAfterTheDelayAndTheNextOneIntervalAfterTheStartOfTheLast() {
        var start = Instant.parse("2026-11-29T10:00:00Z");
        var schedule = Schedule.every("15m", "1m");
        assertEquals(Instant.parse("2026-11-29T10:01:00Z"), schedule.first().apply(start));
        assertEquals(Instant.parse("2026-11-29T10:15:00Z"), schedule.after().apply(start));
    }

    @Test
    void aTimeOfTheDayIsLondonsBeforeAndAfterTheClocksChange() {
        var schedule = Schedule.daily(4, 30);
        assertEquals(
                List.of("2027-03-27T04:30:00Z", "2027-03-28T03:30:00Z", "2027-03-29T03:30:00Z"),
                next(schedule, "2027-03-26T12:00:00Z", 3));
        assertEquals(
                List.of("2027-10-30T03:30:00Z", "2027-10-31T04:30:00Z"), next(schedule, "2027-10-29T12:00:00Z", 2));
    }

    @Test
    void severalTimesOfADayComeInOrderAndTheLastIsFollowedByTheNextDay() {
        var schedule = Schedule.hourly(16, 17, 0, 45);
        assertEquals(
                List.of("2026-11-29T16:45:00Z", "2026-11-29T17:00:00Z", "2026-11-29T17:45:00Z", "2026-11-30T16:00:00Z"),
                next(schedule, "2026-11-29T16:00:00Z", 4));
    }

    private static List<String> next(Schedule schedule, String from, int times) {
        var found = new ArrayList<String>();
        var at = schedule.first().apply(Instant.parse(from));
        for (int i = 0; i < times; i++) {
            found.add(at.toString());
            at = schedule.after().apply(at);
        }
        return found;
    }
}
