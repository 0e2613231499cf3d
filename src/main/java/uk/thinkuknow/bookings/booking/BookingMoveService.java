package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.ClashNeedsReason;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;

/**
 * Moves a booking with an agreed date to another time. If the trainer is not free then, or another session is too
 * close, the user must give a reason.
 */
@Singleton
class BookingMoveService {
    private final BookingAccess whose;
    private final RequestRules rules;
    private final TrainersForBooking trainers;
    private final TimeReservations time;
    private final BookingAnnouncer news;

    BookingMoveService(
            BookingAccess whose,
            RequestRules rules,
            TrainersForBooking trainers,
            TimeReservations time,
            BookingAnnouncer news) {
        this.whose = whose;
        this.rules = rules;
        this.trainers = trainers;
        this.time = time;
        this.news = news;
    }

    /**
     * Moves a booking to a time that school and trainer have agreed; its classes and people do not change.
     *
     * @param reason why the time works outside the trainer's hours or close to another session; empty if neither
     *     applies
     * @throws BookingChangedMeanwhile if the booking has a newer version; names who changed what
     * @throws ClashNeedsReason if the time is outside the trainer's hours or too close to another session, and no
     *     reason is given
     * @throws BookingRefused if no session can be held then, or the time is taken
     */
    @Transactional
    void move(StaffMember by, PublicId id, int version, Instant when, String reason) {
        var booking = whose.ownOrOfTrainer(by, id);
        if (booking.startsAt().filter(when::equals).isPresent()) {
            return;
        }
        whose.requireNewest(booking, version);
        rules.checkTime(booking.schoolId(), when, booking.asked().minutes());
        requireReason(booking, when, reason);
        var before = booking.state();
        var was = booking.startsAt().map(London::inWords).orElseGet(() -> Words.of("booking.noDate"));
        booking.move(when);
        time.free(booking.id());
        time.take(booking, booking.trainerId(), when);
        news.tell(
                booking,
                before,
                BookingChanged.ChangeKind.MOVED,
                by.name(),
                reason.isBlank()
                        ? Words.of("booking.movedFromTo", was, London.inWords(when))
                        : Words.of("booking.movedBecause", was, London.inWords(when), reason.strip()));
    }

    private void requireReason(Booking booking, Instant when, String reason) {
        var trainer = booking.trainerId();
        if (reason.length() > ClashNeedsReason.AT_MOST) {
            throw new BookingRefused("booking.reasonTooLong", ClashNeedsReason.AT_MOST);
        }
        if (trainer == null || !reason.isBlank()) {
            return;
        }
        var against = new ArrayList<String>();
        trainers.whyNotFree(booking, trainer, when).ifPresent(against::add);
        against.addAll(
                trainers.warnings(booking, trainer, when, booking.startsAt().orElse(null)));
        if (!against.isEmpty()) {
            throw ClashNeedsReason.ofMove(news.nameOf(trainer), String.join("; ", against));
        }
    }
}
