package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/**
 * A trainer's yearly requirement: a session delivered or a training event attended within twelve months.
 *
 * @param last last day of either; null if none
 * @param by day by which the next is due; null if the trainer is not accredited
 */
public record YearlyRequirement(
        @Nullable LocalDate last, @Nullable LocalDate by, State state) {
    /** Days before the due date from which the page warns. */
    static final int SAID_BEFORE = 60;

    /** Not required without accreditation; else done, due within 60 days, or overdue. */
    public enum State {
        NOT_ASKED,
        DONE,
        DUE,
        OVERDUE
    }

    /**
     * The twelve months start at the last activity, or at the first accreditation's first day if that is later or there
     * was no activity.
     */
    public static YearlyRequirement of(
            AccreditationStatus accreditationStatus, @Nullable LocalDate last, LocalDate today) {
        if (!accreditationStatus.isAccreditedOn(today)) {
            return new YearlyRequirement(last, null, State.NOT_ASKED);
        }
        var accredited = accreditationStatus.accreditations().stream()
                .map(AccreditationStatus.AccreditedDays::firstDay)
                .min(LocalDate::compareTo)
                .orElse(today);
        var from = last == null || last.isBefore(accredited) ? accredited : last;
        var by = from.plusYears(1);
        return new YearlyRequirement(
                last,
                by,
                today.isAfter(by) ? State.OVERDUE : today.plusDays(SAID_BEFORE).isBefore(by) ? State.DONE : State.DUE);
    }

    /** For pages: "Last on 3 March 2026, the next is due by 3 March 2027". */
    public String words() {
        var before = last == null ? Words.of("trainers.noneYet") : Words.of("trainers.lastOn", TextFormat.day(last));
        var next = state == State.OVERDUE ? "trainers.nextWasDue" : "trainers.nextIsDue";
        return by == null ? before : Words.of(next, before, TextFormat.day(by));
    }

    public boolean isDue() {
        return state == State.DUE;
    }

    public boolean isOverdue() {
        return state == State.OVERDUE;
    }
}
