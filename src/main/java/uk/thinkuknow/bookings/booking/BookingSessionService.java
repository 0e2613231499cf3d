package uk.thinkuknow.bookings.booking;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import uk.thinkuknow.attendance.returns.ReturnSigned;
import uk.thinkuknow.attendance.returns.ReturnTakenBack;
import uk.thinkuknow.attendance.returns.ReturnWithdrawn;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.classroom.session.BookedSessions;
import uk.thinkuknow.classroom.session.SessionCancelled;
import uk.thinkuknow.classroom.session.SessionEnded;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;

/** Starts a session from a confirmed booking, and updates the booking when its session or return changes. */
@Singleton
class BookingSessionService {
    /** How early a session may start, for classes that arrive before the booked time. */
    static final Duration EARLY = Duration.ofHours(1);

    private final Bookings bookings;
    private final BookedSessions sessions;
    private final TrainersForBooking trainers;
    private final BookingAnnouncer news;
    private final Clock clock;

    BookingSessionService(
            Bookings bookings,
            BookedSessions sessions,
            TrainersForBooking trainers,
            BookingAnnouncer news,
            Clock clock) {
        this.bookings = bookings;
        this.sessions = sessions;
        this.trainers = trainers;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Starts the session, for its trainer, or for a teacher of a school that delivers it itself.
     *
     * @return the session's id; while the session runs, a repeated request returns its id again
     * @throws BookingRefused if it is not confirmed, or more than an hour early
     */
    @Transactional
    PublicId start(StaffMember by, PublicId id) {
        var booking = bookings.lockedByPublicId(id).orElseThrow(NotFound::new);
        var needsTrainer = booking.asked().delivery().needsTrainer();
        if (needsTrainer
                ? !Objects.equals(by.id(), booking.trainerId())
                : !Objects.equals(by.schoolId(), booking.schoolId())) {
            throw new NotFound();
        }
        if (booking.state() == BookingState.RUNNING) {
            return sessions.publicIdOf(Objects.requireNonNull(booking.sessionId()));
        }
        if (booking.state() != BookingState.CONFIRMED) {
            throw new BookingRefused("booking.notConfirmed", booking.state().words());
        }
        var when = booking.startsAt().orElseThrow();
        if (clock.instant().isBefore(when.minus(EARLY))) {
            throw new BookingRefused("booking.tooEarly", London.inWords(when));
        }
        if (needsTrainer) {
            trainers.requireMayDeliver(booking, by.id(), London.today(clock));
        }
        var session = sessions.start(by, booked(booking));
        booking.run(session.id());
        news.note(booking, BookingState.CONFIRMED, Words.of("booking.didStart"), by.name(), "");
        return session.publicId();
    }

    private static BookedSessions.Booked booked(Booking booking) {
        var asked = booking.asked();
        return new BookedSessions.Booked(
                // includes the version, so that a booking whose session was cancelled as a mistake can start another
                "booking-" + booking.publicId() + "-" + booking.version(),
                booking.schoolId(),
                asked.moduleKey(),
                asked.audience(),
                asked.devices(),
                booking.classes().stream()
                        .map(each -> new BookedSessions.BookedPart(each.classId(), each.cardGroupId()))
                        .toList(),
                asked.delivery().needsTrainer() ? booking.inCharge() : null);
    }

    void hear(@Observes SessionEnded ended) {
        bookings.lockedOfSession(ended.sessionId())
                .filter(booking -> booking.state() == BookingState.RUNNING)
                .ifPresent(booking -> {
                    booking.deliver();
                    news.note(booking, BookingState.RUNNING, Words.of("booking.didEnd"), null, "");
                });
    }

    void hear(@Observes SessionCancelled cancelled) {
        bookings.lockedOfSession(cancelled.sessionId()).ifPresent(booking -> {
            var before = booking.state();
            booking.undoStart();
            news.note(booking, before, Words.of("booking.startedByMistake"), cancelled.by(), cancelled.why());
        });
    }

    void hear(@Observes ReturnSigned signed) {
        bookings.lockedOfSession(signed.sessionId())
                .filter(booking -> booking.state() == BookingState.DELIVERED)
                .ifPresent(booking -> {
                    booking.markReturned();
                    news.note(booking, BookingState.DELIVERED, Words.of("booking.returnSigned"), null, "");
                });
    }

    void hear(@Observes ReturnWithdrawn withdrawn) {
        bookings.lockedOfSession(withdrawn.sessionId())
                .ifPresent(
                        booking -> news.note(booking, booking.state(), Words.of("booking.returnWithdrawn"), null, ""));
    }

    void hear(@Observes ReturnTakenBack takenBack) {
        bookings.lockedOfSession(takenBack.sessionId())
                .filter(booking -> booking.state() == BookingState.RETURNED)
                .ifPresent(booking -> {
                    booking.undoReturn();
                    news.note(booking, BookingState.RETURNED, Words.of("booking.returnTakenBack"), null, "");
                });
    }
}
