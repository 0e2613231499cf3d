package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.common.London;

/**
 * The time that bookings take of trainers and classes. Nothing is looked up before it is taken: the tables' keys let one
 * booking have a quarter of an hour of somebody, and who comes second is refused.
 */
@Singleton
class TakenTime {
    private static final int QUARTER = 15;

    private final EntityManager database;

    TakenTime(EntityManager database) {
        this.database = database;
    }

    /**
     * Takes a trainer's time, and one of her places that day.
     *
     * @throws BookingRefused if some of it is taken, or she has as many sessions that day as she takes
     */
    void takeOfTrainer(long trainerId, long bookingId, Instant from, int minutes, int placesADay) {
        var quarters = quarters(from, minutes);
        int taken = 0;
        for (var quarter : quarters) {
            taken += run(
                    "insert ignore into trainer_time (trainer_id, quarter, booking_id) values (?1, ?2, ?3)",
                    trainerId,
                    quarter,
                    bookingId);
        }
        if (taken < quarters.size()) {
            throw new BookingRefused("The trainer has another session at that time. Choose another date.");
        }
        for (int place = 1; place <= placesADay; place++) {
            if (run(
                            "insert ignore into trainer_day (trainer_id, local_date, place, booking_id) values (?1, ?2, ?3, ?4)",
                            trainerId,
                            London.dateOf(from),
                            place,
                            bookingId)
                    == 1) {
                return;
            }
        }
        throw new BookingRefused("The trainer takes " + placesADay
                + " sessions a day, and has as many that day already. Choose another date.");
    }

    /** @throws BookingRefused if one of the classes is booked for some of that time */
    void takeOfClasses(List<Long> classIds, long bookingId, Instant from, int minutes) {
        for (long classId : classIds.stream().sorted().toList()) {
            for (var quarter : quarters(from, minutes)) {
                if (run(
                                "insert ignore into class_time (class_id, quarter, booking_id) values (?1, ?2, ?3)",
                                classId,
                                quarter,
                                bookingId)
                        == 0) {
                    throw new BookingRefused(
                            "One of the classes has another session booked at that time. Choose another date, or cancel the other one first.");
                }
            }
        }
    }

    /** Gives back all that a booking has taken. */
    void free(long bookingId) {
        freeTrainer(bookingId);
        run("delete from class_time where booking_id = ?1", bookingId);
    }

    void freeTrainer(long bookingId) {
        run("delete from trainer_time where booking_id = ?1", bookingId);
        run("delete from trainer_day where booking_id = ?1", bookingId);
    }

    private static List<Instant> quarters(Instant from, int minutes) {
        var end = from.plus(minutes, ChronoUnit.MINUTES);
        var quarters = new ArrayList<Instant>();
        var quarter = from.truncatedTo(ChronoUnit.HOURS);
        while (quarter.isBefore(end)) {
            if (quarter.plus(QUARTER, ChronoUnit.MINUTES).isAfter(from)) {
                quarters.add(quarter);
            }
            quarter = quarter.plus(QUARTER, ChronoUnit.MINUTES);
        }
        return quarters;
    }

    private int run(String sql, Object... values) {
        var query = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }
}
