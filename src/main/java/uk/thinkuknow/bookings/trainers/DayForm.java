package uk.thinkuknow.bookings.trainers;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import uk.thinkuknow.bookings.matching.WeekDifference;
import uk.thinkuknow.common.Words;

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
        if (isAway()) {
            var lastDay = last.isBlank() ? firstDay : WeekForm.day(last);
            return firstDay.flatMap(begins -> lastDay.map(ends -> new WeekDifference.Away(begins, ends)));
        }
        var begins = WeekForm.time(from);
        var ends = WeekForm.time(to);
        return firstDay.flatMap(day -> begins.flatMap(
                earliest -> ends.map(latest -> (WeekDifference) new WeekDifference.Extra(day, earliest, latest))));
    }

    public boolean isAway() {
        return kind.equals("away");
    }

    String problem() {
        return Words.of(isAway() ? "trainers.badDaysAway" : "trainers.badExtraDay");
    }
}
