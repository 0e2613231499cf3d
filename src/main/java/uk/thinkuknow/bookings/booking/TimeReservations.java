package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Sql;

/**
 * Reserves the time of trainers and classes for bookings, in quarters of an hour. A unique key allows one booking for
 * each trainer or class and quarter of an hour, so of two concurrent bookings the second is refused without a check
 * beforehand.
 */
@Singleton
class TimeReservations {
    private static final int QUARTER = 15;

    private final EntityManager database;
    private final TrainersForBooking trainers;

    TimeReservations(EntityManager database, TrainersForBooking trainers) {
        this.database = database;
        this.trainers = trainers;
    }

    /**
     * Reserves the time of the booking's classes, and of its trainer if there is one.
     *
     * @throws BookingRefused if any of it is taken, or the trainer has reached their sessions a day
     * @throws MayNotDeliver if the trainer may not deliver it
     */
    void take(Booking booking, @Nullable Long trainer, Instant when) {
        if (trainer != null) {
            takeOfTrainer(booking, trainer, when);
        }
        for (long classId : booking.classIds().stream().sorted().toList()) {
            for (var quarter : quarters(booking.slot(when))) {
                if (Sql.run(
                                database,
                                "insert ignore into class_time (class_id, quarter, booking_id) values (?1, ?2, ?3)",
                                classId,
                                quarter,
                                booking.id())
                        == 0) {
                    throw new BookingRefused("booking.classBusy");
                }
            }
        }
    }

    /** Reserves only the trainer's time and one of their sessions of that day; refuses as {@link #take} does. */
    void takeOfTrainer(Booking booking, long trainer, Instant when) {
        var day = London.dateOf(when);
        trainers.requireMayDeliver(booking, trainer, day);
        int placesADay = trainers.sessionsADay(trainer);
        var quarters = quarters(booking.slot(when));
        int taken = 0;
        for (var quarter : quarters) {
            taken += Sql.run(
                    database,
                    "insert ignore into trainer_time (trainer_id, quarter, booking_id) values (?1, ?2, ?3)",
                    trainer,
                    quarter,
                    booking.id());
        }
        if (taken < quarters.size()) {
            throw new BookingRefused("booking.trainerBusy");
        }
        for (int place = 1; place <= placesADay; place++) {
            if (Sql.run(
                            database,
                            "insert ignore into trainer_day (trainer_id, local_date, place, booking_id) values (?1, ?2, ?3, ?4)",
                            trainer,
                            day,
                            place,
                            booking.id())
                    == 1) {
                return;
            }
        }
        throw new BookingRefused("booking.dayFull", placesADay);
    }

    /** Frees all the time that a booking has reserved. */
    void free(long bookingId) {
        freeTrainer(bookingId);
        Sql.run(database, "delete from class_time where booking_id = ?1", bookingId);
    }

    void freeTrainer(long bookingId) {
        Sql.run(database, "delete from trainer_time where booking_id = ?1", bookingId);
        Sql.run(database, "delete from trainer_day where booking_id = ?1", bookingId);
    }

    private static List<Instant> quarters(Slot slot) {
        var quarters = new ArrayList<Instant>();
        var quarter = slot.startsAt().truncatedTo(ChronoUnit.HOURS);
        while (quarter.isBefore(slot.endsAt())) {
            if (quarter.plus(QUARTER, ChronoUnit.MINUTES).isAfter(slot.startsAt())) {
                quarters.add(quarter);
            }
            quarter = quarter.plus(QUARTER, ChronoUnit.MINUTES);
        }
        return quarters;
    }
}
