package uk.thinkuknow.classroom.worry;

import java.time.Duration;
import uk.thinkuknow.common.Words;

/** Words for a duration: "12 minutes", from two hours on "3 hours", from two days on "2 days"; at least "1 minute". */
final class DurationText {
    private static final int TWO_HOURS = 120;

    private DurationText() {}

    static String of(Duration time) {
        return minutes(time.toMinutes());
    }

    static String minutes(long minutes) {
        if (minutes < TWO_HOURS) {
            return Words.of("worries.minutes", Math.max(1, minutes));
        }
        var hours = Math.round(minutes / 60.0);
        return hours < 48 ? Words.of("worries.hours", hours) : Words.of("worries.days", Math.round(hours / 24.0));
    }
}
