package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.ClashNeedsReason;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.bookings.trainers.TrainingService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;

/** Changes when a booking is, and who of the school's staff is in charge, after it has been agreed. */
@Singleton
class MovingService {
    private final WhoseBooking whose;
    private final RequestRules rules;
    private final Offering offering;
    private final TakenTime time;
    private final TrainingService training;
    private final StaffingService staffing;
    private final BookingNews news;

    MovingService(
            WhoseBooking whose,
            RequestRules rules,
            Offering offering,
            TakenTime time,
            TrainingService training,
            StaffingService staffing,
            BookingNews news) {
        this.whose = whose;
        this.rules = rules;
        this.offering = offering;
        this.time = time;
        this.training = training;
        this.staffing = staffing;
        this.news = news;
    }

    /**
     * Moves a booking to a time on which school and trainer have agreed; who it is for and who comes stay.
     *
     * @param reason why it works although the trainer would not be asked for that time; empty where nothing is against it
     * @throws ChangedMeanwhile naming who changed what
     * @throws ClashNeedsReason if it lies outside the trainer's hours or is too near to another session, and nothing is
     *     said of that
     * @throws BookingRefused if no session is given then, or the time is taken
     */
    @Transactional
    void move(StaffMember by, PublicId id, int version, Instant when, String reason) {
        var booking = whose.ownOrHers(by, id);
        if (booking.startsAt().filter(when::equals).isPresent()) {
            return;
        }
        whose.requireNewest(booking, version);
        rules.checkTime(booking.schoolId(), when, booking.asked().minutes());
        requireReason(booking, when, reason);
        var before = booking.state();
        var was = booking.startsAt().map(London::inWords).orElse("no date");
        booking.move(when);
        takeAgain(booking, when);
        news.tell(
                booking,
                before,
                BookingChanged.What.MOVED,
                by.name(),
                "from " + was + " to " + London.inWords(when) + (reason.isBlank() ? "" : ". " + reason.strip()));
    }

    private void requireReason(Booking booking, Instant when, String reason) {
        var trainer = booking.trainerId();
        if (reason.length() > ClashNeedsReason.AT_MOST) {
            throw new BookingRefused("Say it in at most " + ClashNeedsReason.AT_MOST + " letters.");
        }
        if (trainer == null || !reason.isBlank()) {
            return;
        }
        var slot = new Slot(when, booking.asked().minutes());
        var against = new ArrayList<String>();
        training.whyNotFree(trainer, slot).ifPresent(against::add);
        against.addAll(training.warnings(
                trainer, slot, offering.place(booking), booking.startsAt().orElse(null)));
        if (!against.isEmpty()) {
            throw ClashNeedsReason.ofMove(news.nameOf(trainer), String.join("; ", against));
        }
    }

    private void takeAgain(Booking booking, Instant when) {
        var trainer = booking.trainerId();
        time.free(booking.id());
        if (trainer != null) {
            offering.take(booking, trainer, when);
        }
        time.takeOfClasses(
                BookingService.classIds(booking),
                booking.id(),
                when,
                booking.asked().minutes());
    }

    /** Puts another member of the school's staff in charge for the day. */
    @Transactional
    void handTo(StaffMember by, PublicId id, long staffId) {
        var booking = whose.own(by, id);
        if (booking.inCharge() == staffId) {
            return;
        }
        var colleague = staffing.staffOf(booking.schoolId()).stream()
                .filter(each -> each.staffId() == staffId)
                .findFirst()
                .orElseThrow(NotFound::new);
        booking.handTo(staffId);
        news.tell(booking, booking.state(), BookingChanged.What.HANDED_OVER, by.name(), "to " + colleague.name());
    }
}
