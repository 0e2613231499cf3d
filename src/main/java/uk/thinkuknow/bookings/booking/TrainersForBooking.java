package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.bookings.matching.TrainerSearch;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.trainers.TrainerService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.SchoolService;

/** Finds trainers for a booking, checks whether one may deliver it, and lists what speaks against a time. */
@Singleton
class TrainersForBooking {
    private final TrainerService training;
    private final SchoolService schools;
    private final CurriculumService curriculum;

    TrainersForBooking(TrainerService training, SchoolService schools, CurriculumService curriculum) {
        this.training = training;
        this.schools = schools;
        this.curriculum = curriculum;
    }

    /**
     * Every trainer with an enabled account, ranked for these start times, with the reason for each who cannot come.
     */
    List<TrainerMatch> matches(Booking booking, List<Instant> starts) {
        var asked = booking.asked();
        return training.matching(new TrainerSearch(
                schools.placeOf(booking.schoolId()).orElse(null),
                band(booking),
                asked.language(),
                asked.delivery() == DeliveryKind.VISIT,
                starts.stream().map(start -> new Slot(start, asked.minutes())).toList()));
    }

    /** @throws MayNotDeliver with the reason, if this trainer may not deliver the booking on that day */
    void requireMayDeliver(Booking booking, long trainer, LocalDate day) {
        training.requireMayDeliver(trainer, day, band(booking));
    }

    /** Whether this trainer still comes to schools at that time. */
    boolean come(long trainer, Instant when) {
        return training.comesOn(trainer, London.dateOf(when));
    }

    int sessionsADay(long trainer) {
        return training.trainer(trainer).limits().sessionsADay();
    }

    /**
     * Warnings for a trainer who delivers the booking at a time: sessions that overlap or leave too little time to
     * travel.
     *
     * @param but the present start of the session that is being moved, to be ignored; null for none
     */
    List<String> warnings(Booking booking, long trainer, Instant when, @Nullable Instant but) {
        var place = booking.asked().delivery() == DeliveryKind.VISIT
                ? schools.placeOf(booking.schoolId()).orElse(null)
                : null;
        return training.warnings(trainer, booking.slot(when), place, but);
    }

    /** Why the trainer is not available at that time by their usual week and days away; empty if they are. */
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
