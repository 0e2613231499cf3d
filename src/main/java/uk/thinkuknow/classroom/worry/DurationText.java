package uk.thinkuknow.classroom.worry;

import java.time.Duration;
import uk.thinkuknow.common.TextFormat;

/** Words for a duration: "12 minutes", from two hours on "3 hours", from two days on "2 days"; at least "1 minute". */
final class DurationText {
    private static final int TWO_HOURS = 120;

    private DurationText() {}

    static String of(Duration time) {
        return minutes(time.toMinutes());
    }

    static String minutes(long minutes) {
        if (minutes < TWO_HOURS) {
            return count(Math.max(1, minutes), "minute");
        }
        var hours = Math.round(minutes / 60.0);
        return hours < 48 ? count(hours, "hour") : count(Math.round(hours / 24.0), "day");
    }

    private static String count(long number, String what) {
        return number + " " + what + TextFormat.word(number, "", "s");
    }
}
