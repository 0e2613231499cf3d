package uk.thinkuknow.courses.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.thinkuknow.common.London;

/** How days, times and numbers are written for people. */
final class InWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private InWords() {}

    /** "9 February 2027". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String dayOf(Instant at) {
        return day(London.dateOf(at));
    }

    /** "Tuesday 9 February 2027 at 10:00 to 12:00". */
    static String when(TrainingEvent event) {
        return London.inWords(event.startsAt()) + " to " + London.timeOf(event.endsAt());
    }

    /** "1 place", "12 places". */
    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** Where it is, for everybody: the link itself is for those who have a place. */
    static String where(TrainingEvent event) {
        var venue = event.venue();
        return venue == null ? "Online" : venue;
    }
}
