package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.common.Words;

/** Describes for pages whether a trainer may deliver on a day: tag, sentence and warning. */
final class AccreditationStatusText {
    private AccreditationStatusText() {}

    static AvailabilityPages.StandingView of(AccreditationStatus accreditationStatus, LocalDate today) {
        var until = accreditationStatus.until(today);
        if (accreditationStatus.isSuspendedOn(today)) {
            return new AvailabilityPages.StandingView(
                    Words.of("trainers.suspended"), "red", Words.of("trainers.untilLifted"), null);
        }
        if (!accreditationStatus.isAccreditedOn(today)) {
            var begins = accreditationStatus.accreditations().stream()
                    .map(AccreditationStatus.AccreditedDays::firstDay)
                    .filter(first -> first.isAfter(today))
                    .min(LocalDate::compareTo);
            var sentence = begins.map(first -> Words.of("trainers.begins", TextFormat.day(first)))
                    .orElseGet(() -> until == null
                            ? Words.of("trainers.neverAccredited")
                            : Words.of("trainers.ended", TextFormat.day(until)));
            return new AvailabilityPages.StandingView(Words.of("trainers.notAccredited"), "orange", sentence, null);
        }
        var warning = accreditationStatus
                .warningOn(today)
                .map(step -> today.equals(until)
                        ? Words.of("trainers.lastDayToday")
                        : Words.of("trainers.endsSoon", ChronoUnit.DAYS.between(today, until), step))
                .orElse(null);
        return new AvailabilityPages.StandingView(
                Words.of("trainers.accredited"),
                "green",
                Words.of("trainers.accreditedTo", until == null ? "" : TextFormat.day(until)),
                warning);
    }
}
