package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Standing;
import uk.thinkuknow.common.InWords;

/**
 * What a trainer owes each year: a session delivered or a training event attended within twelve months.
 *
 * @param last the last day of either, null if there was none
 * @param by the day by which the next is due, null of whoever is not accredited
 */
public record Yearly(@Nullable LocalDate last, @Nullable LocalDate by, State state) {
    /** Days before it is due from which a page says so. */
    static final int SAID_BEFORE = 60;

    public enum State {
        NOT_ASKED,
        DONE,
        DUE,
        OVERDUE
    }

    /** Twelve months begin with the last activity, or with the first day of the accreditation where that is later. */
    public static Yearly of(Standing standing, @Nullable LocalDate last, LocalDate today) {
        if (!standing.isAccreditedOn(today)) {
            return new Yearly(last, null, State.NOT_ASKED);
        }
        var accredited = standing.accreditations().stream()
                .map(Standing.Accredited::firstDay)
                .min(LocalDate::compareTo)
                .orElse(today);
        var from = last == null || last.isBefore(accredited) ? accredited : last;
        var by = from.plusYears(1);
        return new Yearly(
                last,
                by,
                today.isAfter(by) ? State.OVERDUE : today.plusDays(SAID_BEFORE).isBefore(by) ? State.DONE : State.DUE);
    }

    /** For pages: "Last on 3 March 2026, the next is due by 3 March 2027". */
    public String words() {
        var before = last == null ? "None yet" : "Last on " + InWords.day(last);
        return by == null
                ? before
                : before
                        + (state == State.OVERDUE ? ", the next was due by " : ", the next is due by ")
                        + InWords.day(by);
    }

    public boolean isDue() {
        return state == State.DUE;
    }

    public boolean isOverdue() {
        return state == State.OVERDUE;
    }
}
