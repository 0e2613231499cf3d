package uk.thinkuknow.studio.drafts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.thinkuknow.common.London;

/** Says in London's time when something was: today by the hour, before that by the day too. */
@Singleton
class Moments {
    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(London.ZONE);
    private static final DateTimeFormatter BEFORE =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK).withZone(London.ZONE);

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    String words(Instant at) {
        var day = at.atZone(London.ZONE).toLocalDate();
        return (day.equals(London.today(clock)) ? TODAY : BEFORE).format(at);
    }
}
