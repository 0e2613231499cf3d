package uk.thinkuknow.bookings.trainers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.thinkuknow.bookings.matching.AccreditationStatus;
import uk.thinkuknow.common.TextFormat;

/** Describes for pages whether a trainer may deliver on a day: tag, sentence and warning. */
final class AccreditationStatusText {
    private AccreditationStatusText() {}

    static AvailabilityPages.StandingView of(AccreditationStatus accreditationStatus, LocalDate today) {
        var until = accreditationStatus.until(today);
        if (accreditationStatus.isSuspendedOn(today)) {
            return new AvailabilityPages.StandingView(
                    "Suspended",
                    "red",
                    "Until the suspension is lifted, no session can be offered, accepted or started.",
                    null);
        }
        if (!accreditationStatus.isAccreditedOn(today)) {
            var begins = accreditationStatus.accreditations().stream()
                    .map(AccreditationStatus.AccreditedDays::firstDay)
                    .filter(first -> first.isAfter(today))
                    .min(LocalDate::compareTo);
            var sentence = begins.map(first -> "The accreditation begins on " + TextFormat.day(first) + ".")
                    .orElse(
                            until == null
                                    ? "No accreditation yet."
                                    : "The accreditation ended on " + TextFormat.day(until) + ".");
            return new AvailabilityPages.StandingView("Not accredited", "orange", sentence, null);
        }
        var warning = accreditationStatus
                .warningOn(today)
                .map(step -> {
                    var left = ChronoUnit.DAYS.between(today, until);
                    return left == 0
                            ? "Today is the last day of the accreditation."
                            : "It ends in " + left + TextFormat.word(left, " day", " days") + ": "
                                    + (step == 7
                                            ? "sessions after that day cannot be offered."
                                            : step == 30 ? "the renewal is due now." : "the renewal can be arranged.");
                })
                .orElse(null);
        return new AvailabilityPages.StandingView(
                "Accredited", "green", "Accredited to " + (until == null ? "" : TextFormat.day(until)) + ".", warning);
    }
}
