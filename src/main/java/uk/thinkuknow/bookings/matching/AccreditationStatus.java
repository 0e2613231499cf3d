package uk.thinkuknow.bookings.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/** Decides whether a trainer may deliver on a day, from their accreditations (not withdrawn) and suspensions. */
public record AccreditationStatus(List<AccreditedDays> accreditations, List<SuspendedDays> suspensions) {
    /** The days of an accreditation, first and last day included. */
    public record AccreditedDays(LocalDate firstDay, LocalDate lastDay) {
        boolean covers(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    /** A suspension from a moment until it is lifted; {@code lifted} is null while it is in force. */
    public record SuspendedDays(Instant from, @Nullable Instant lifted) {
        /**
         * Returns whether the suspension covers a day: from its first day to the day before it was lifted, or without
         * end while it is in force.
         */
        boolean covers(LocalDate day) {
            return !day.isBefore(London.dateOf(from)) && (lifted == null || day.isBefore(London.dateOf(lifted)));
        }
    }

    /** Warning steps, in days before the end of an accreditation, most urgent first. */
    static final List<Integer> WARN_BEFORE = List.of(7, 30, 60);

    /** Why the trainer may not deliver on that day, as the end of a sentence; empty if they may. */
    public Optional<String> against(LocalDate day) {
        if (isSuspendedOn(day)) {
            return Optional.of(Words.of("matching.suspended"));
        }
        if (accreditations.stream().anyMatch(each -> each.covers(day))) {
            return Optional.empty();
        }
        return Optional.of(notAccredited(day));
    }

    public boolean isSuspendedOn(LocalDate day) {
        return suspensions.stream().anyMatch(each -> each.covers(day));
    }

    public boolean isAccreditedOn(LocalDate day) {
        return accreditations.stream().anyMatch(each -> each.covers(day));
    }

    /**
     * The last day of gapless accreditation from a day on. If the trainer is not accredited on that day, the latest
     * last day of all their accreditations, or null if they have none.
     */
    @Nullable
    public LocalDate until(LocalDate from) {
        var reach = from;
        var sorted = accreditations.stream()
                .sorted(Comparator.comparing(AccreditedDays::firstDay))
                .toList();
        if (!isAccreditedOn(from)) {
            return sorted.stream()
                    .map(AccreditedDays::lastDay)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        for (var each : sorted) {
            if (!each.firstDay.isAfter(reach.plusDays(1)) && each.lastDay.isAfter(reach)) {
                reach = each.lastDay;
            }
        }
        return reach;
    }

    /**
     * The warning step for a day: 7, 30 or 60 if the accreditation ends within so many days; empty if it ends later,
     * and when not accredited.
     */
    public Optional<Integer> warningOn(LocalDate day) {
        var end = until(day);
        if (end == null || !isAccreditedOn(day)) {
            return Optional.empty();
        }
        var left = ChronoUnit.DAYS.between(day, end);
        return WARN_BEFORE.stream().filter(step -> left <= step).findFirst();
    }

    private String notAccredited(LocalDate day) {
        var ended = accreditations.stream()
                .map(AccreditedDays::lastDay)
                .filter(last -> last.isBefore(day))
                .max(Comparator.naturalOrder());
        var begins = accreditations.stream()
                .map(AccreditedDays::firstDay)
                .filter(first -> first.isAfter(day))
                .min(Comparator.naturalOrder());
        if (begins.isPresent()) {
            return Words.of("matching.notAccreditedYet", TextFormat.day(day), TextFormat.day(begins.get()));
        }
        return ended.map(last -> Words.of("matching.notAccreditedAnyMore", TextFormat.day(day), TextFormat.day(last)))
                .orElseGet(() -> Words.of("matching.notAccredited", TextFormat.day(day)));
    }
}
