package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;

/** Formats a time in London: only the time of day for today, preceded by day and month for other days. */
@Singleton
class LondonTimeFormat {
    private final Clock clock;

    LondonTimeFormat(Clock clock) {
        this.clock = clock;
    }

    String words(Instant at) {
        var day = at.atZone(London.ZONE).toLocalDate();
        return (day.equals(London.today(clock)) ? "" : TextFormat.dayAndMonth(at) + ", ") + TextFormat.timeOfDay(at);
    }
}
