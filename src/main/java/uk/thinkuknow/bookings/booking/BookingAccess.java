package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.BookingChangedMeanwhile;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Finds the booking that a user wants to see or act on, and throws {@link NotFound} if they may not. For an act, the
 * row is locked first.
 */
@Singleton
class BookingAccess {
    private final Bookings bookings;
    private final Offers offers;
    private final SchoolService schools;
    private final BookingAnnouncer news;
    private final Clock clock;

    BookingAccess(Bookings bookings, Offers offers, SchoolService schools, BookingAnnouncer news, Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.schools = schools;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A booking and how the user is related to it.
     *
     * @param offer the latest offer to them, if it is still open; else null
     * @param isSchool whether it is a booking of their school
     * @param programme whether they are a manager of its area
     * @param isTrainer whether they are its trainer
     */
    record BookingViewer(
            Booking booking,
            StaffMember me,
            @Nullable Offer offer,
            boolean isSchool,
            boolean programme,
            boolean isTrainer) {
        boolean takesPart() {
            return isSchool || isTrainer;
        }
    }

    /** Returns whether the booking was ever offered to a trainer. */
    @Transactional
    boolean wasOffered(StaffMember me, PublicId id) {
        return bookings.byPublicId(id)
                .flatMap(booking -> offers.to(me.id(), booking.id()))
                .isPresent();
    }

    /** @throws NotFound unless it is their school's, offered to them at present, theirs to deliver, or in their area */
    BookingViewer viewer(StaffMember me, PublicId id) {
        var booking = bookings.byPublicId(id).orElseThrow(NotFound::new);
        var looking = new BookingViewer(
                booking,
                me,
                offers.to(me.id(), booking.id())
                        .filter(offer -> offer.isOpenAt(clock.instant()))
                        .orElse(null),
                isOwn(me, booking),
                isOfProgramme(me, booking),
                isTrainerOf(me, booking));
        if (!looking.takesPart() && !looking.programme && looking.offer == null) {
            throw new NotFound();
        }
        return looking;
    }

    /** A booking and its offer to a trainer. */
    record OfferedBooking(Booking booking, Offer offer) {}

    /** @throws NotFound if this trainer has no offer of the booking */
    OfferedBooking asked(StaffMember trainer, PublicId id) {
        var booking = locked(id);
        return new OfferedBooking(booking, offers.to(trainer.id(), booking.id()).orElseThrow(NotFound::new));
    }

    /** The booking that a colleague gives in a swap, locked; empty if the offer is no swap. */
    Optional<Booking> inReturn(Offer offer) {
        return Optional.ofNullable(offer.swapFor()).flatMap(bookings::locked);
    }

    /** A booking that has a trainer, not locked; used for the other booking of a swap. */
    Booking withTrainer(PublicId id) {
        return bookings.byPublicId(id).filter(each -> each.trainerId() != null).orElseThrow(NotFound::new);
    }

    /** A booking of the user's school, locked. */
    Booking own(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking), booking);
    }

    /** A booking that the user delivers as its trainer, locked. */
    Booking ofTrainer(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isTrainerOf(by, booking), booking);
    }

    /** A booking of the user's school, or one that they deliver as its trainer, locked. */
    Booking ownOrOfTrainer(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking) || isTrainerOf(by, booking), booking);
    }

    /** A booking of the user's school, or of a school in their area as a manager, locked. */
    Booking ownOrOfProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking) || isOfProgramme(by, booking), booking);
    }

    /** A booking of a school in the user's area as a manager, locked. */
    Booking ofProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOfProgramme(by, booking), booking);
    }

    /** @throws BookingChangedMeanwhile if the user's form was made from an older version; names who changed what */
    void requireNewest(Booking booking, int version) {
        if (booking.version() != version) {
            throw new BookingChangedMeanwhile(news.lastAct(booking));
        }
    }

    private static Booking required(boolean may, Booking booking) {
        if (!may) {
            throw new NotFound();
        }
        return booking;
    }

    /** Returns whether the user is a manager of the whole programme or of the school's area. */
    private boolean isOfProgramme(StaffMember by, Booking booking) {
        return by.is(Role.MANAGER) && schools.school(booking.schoolId()).isIn(by.scope());
    }

    private static boolean isOwn(StaffMember by, Booking booking) {
        return Objects.equals(by.schoolId(), booking.schoolId());
    }

    private static boolean isTrainerOf(StaffMember by, Booking booking) {
        return Objects.equals(by.id(), booking.trainerId());
    }

    private Booking locked(PublicId id) {
        return bookings.lockedByPublicId(id).orElseThrow(NotFound::new);
    }
}
