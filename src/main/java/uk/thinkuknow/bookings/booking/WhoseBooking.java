package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.ChangedMeanwhile;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.SchoolService;

/** Finds a booking and checks that the user may see it or act on it, else 404; for an act it locks the row first. */
@Singleton
class WhoseBooking {
    private final Bookings bookings;
    private final Offers offers;
    private final SchoolService schools;
    private final BookingNews news;

    WhoseBooking(Bookings bookings, Offers offers, SchoolService schools, BookingNews news) {
        this.bookings = bookings;
        this.offers = offers;
        this.schools = schools;
        this.news = news;
    }

    /**
     * A booking and how the user is related to it.
     *
     * @param offer the latest offer to them; null if none
     * @param mine is it their school's?
     * @param programme are they a manager of its area?
     * @param hers are they its trainer?
     */
    record Looking(
            Booking booking, StaffMember me, @Nullable Offer offer, boolean mine, boolean programme, boolean hers) {
        boolean comes() {
            return mine || hers;
        }
    }

    /** @throws NotFound unless it is their school's, offered to them, theirs to deliver, or in their area */
    Looking looking(StaffMember me, PublicId id) {
        var booking = bookings.called(id).orElseThrow(NotFound::new);
        var looking = new Looking(
                booking,
                me,
                offers.to(me.id(), booking.id()).orElse(null),
                isOwn(me, booking),
                isOfProgramme(me, booking),
                isTrainerOf(me, booking));
        if (!looking.comes() && !looking.programme && looking.offer == null) {
            throw new NotFound();
        }
        return looking;
    }

    /** A booking and its offer to a trainer. */
    record Asked(Booking booking, Offer offer) {}

    /** @throws NotFound if this trainer was never asked */
    Asked asked(StaffMember trainer, PublicId id) {
        var booking = locked(id);
        return new Asked(booking, offers.to(trainer.id(), booking.id()).orElseThrow(NotFound::new));
    }

    /** The booking that a colleague gives in a swap, locked; empty if the offer is no swap. */
    Optional<Booking> inReturn(Offer offer) {
        return Optional.ofNullable(offer.swapFor()).flatMap(bookings::locked);
    }

    /** A booking that has a trainer, not locked; used for the other booking of a swap. */
    Booking withTrainer(PublicId id) {
        return bookings.called(id).filter(each -> each.trainerId() != null).orElseThrow(NotFound::new);
    }

    /** A booking of the user's school. */
    Booking own(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking), booking);
    }

    /** A booking that the user delivers as its trainer. */
    Booking hers(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isTrainerOf(by, booking), booking);
    }

    /** A booking of the user's school, or one that they deliver as its trainer. */
    Booking ownOrHers(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking) || isTrainerOf(by, booking), booking);
    }

    /** A booking of the user's school, or of a school in their area as a manager. */
    Booking ownOrOfProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking) || isOfProgramme(by, booking), booking);
    }

    /** A booking of a school in the user's area as a manager. */
    Booking ofProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOfProgramme(by, booking), booking);
    }

    /** @throws ChangedMeanwhile if the user's form was made from an older version; names who changed what */
    void requireNewest(Booking booking, int version) {
        if (booking.version() != version) {
            throw new ChangedMeanwhile(news.lastAct(booking));
        }
    }

    private static Booking required(boolean may, Booking booking) {
        if (!may) {
            throw new NotFound();
        }
        return booking;
    }

    /** Is the user a manager of the whole programme or of the school's area? */
    private boolean isOfProgramme(StaffMember by, Booking booking) {
        return by.is(Role.MANAGER) && schools.school(booking.schoolId()).liesIn(by.scope());
    }

    private static boolean isOwn(StaffMember by, Booking booking) {
        return Objects.equals(by.schoolId(), booking.schoolId());
    }

    private static boolean isTrainerOf(StaffMember by, Booking booking) {
        return Objects.equals(by.id(), booking.trainerId());
    }

    private Booking locked(PublicId id) {
        return bookings.lockedCalled(id).orElseThrow(NotFound::new);
    }
}
