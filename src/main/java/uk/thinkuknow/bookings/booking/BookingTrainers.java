package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Match;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.Wanted;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.trainers.TrainingService;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.SchoolService;

/** The trainers for a booking: who could come, who may, and what stands against a time. */
@Singleton
class BookingTrainers {
    private final TrainingService training;
    private final SchoolService schools;
    private final CurriculumService curriculum;

    BookingTrainers(TrainingService training, SchoolService schools, CurriculumService curriculum) {
        this.training = training;
        this.schools = schools;
        this.curriculum = curriculum;
    }

    /** Who could come at one of these times, in order, and who could not, with why. */
    List<Match> matches(Booking booking, List<Instant> starts) {
        var asked = booking.asked();
        return training.matching(new Wanted(
                schools.placeOf(booking.schoolId()).orElse(null),
                band(booking),
                asked.language(),
                asked.delivery() == DeliveryKind.VISIT,
                starts.stream().map(start -> new Slot(start, asked.minutes())).toList()));
    }

    /** @throws MayNotDeliver in words, unless this trainer may deliver the booking on that day */
    void requireMayDeliver(Booking booking, long trainer, LocalDate day) {
        training.requireMayDeliver(trainer, day, band(booking));
    }

    int sessionsADay(long trainer) {
        return training.trainer(trainer).limits().sessionsADay();
    }

    /**
     * What a trainer has to mind who delivers the booking at a time.
     *
     * @param but when the session begins that is moved; null if none is
     */
    List<String> warnings(Booking booking, long trainer, Instant when, @Nullable Instant but) {
        var place = booking.asked().delivery() == DeliveryKind.VISIT
                ? schools.placeOf(booking.schoolId()).orElse(null)
                : null;
        return training.warnings(trainer, booking.slot(when), place, but);
    }

    /** Why the trainer is not free at that time by the usual week and days away; empty if nothing is against it. */
    Optional<String> whyNotFree(Booking booking, long trainer, Instant when) {
        return training.whyNotFree(trainer, booking.slot(when));
    }

    String band(Booking booking) {
        return curriculum
                .newest(booking.asked().moduleKey())
                .map(module -> module.lesson().band())
                .orElse("");
    }
}
