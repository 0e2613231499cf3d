package uk.thinkuknow.bookings.trainers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import uk.thinkuknow.bookings.matching.WeekDifference;

/**
 * The submitted form for a day or days that differ from a trainer's usual week.
 *
 * @param kind "away" with a first and perhaps a last day, or "extra" with one day and its hours
 */
record DayForm(String kind, String first, String last, String from, String to) {
    static final DayForm EMPTY = new DayForm("", "", "", "", "");

    static DayForm away(MultivaluedMap<String, String> fields) {
        return new DayForm("away", TermsForm.text(fields, "first"), TermsForm.text(fields, "last"), "", "");
    }

    static DayForm extra(MultivaluedMap<String, String> fields) {
        return new DayForm(
                "extra",
                TermsForm.text(fields, "day"),
                "",
                TermsForm.text(fields, "from"),
                TermsForm.text(fields, "to"));
    }

    /** The entry as parsed; a single day away needs no last day. Empty if a date or time is not valid. */
    Optional<WeekDifference> difference() {
        var firstDay = WeekForm.day(first);
        if (kind.equals("away")) {
            var lastDay = last.isBlank() ? firstDay : WeekForm.day(last);
            return firstDay.flatMap(begins -> lastDay.map(ends -> new WeekDifference.Away(begins, ends)));
        }
        var begins = WeekForm.time(from);
        var ends = WeekForm.time(to);
        return firstDay.flatMap(day -> begins.flatMap(
                earliest -> ends.map(latest -> (WeekDifference) new WeekDifference.Extra(day, earliest, latest))));
    }

    String problem() {
        return kind.equals("away")
                ? "Give the first day away as a date, and the last if it is another day."
                : "Give the day as a date, and both times, for example 09:00 and 12:30.";
    }
}
