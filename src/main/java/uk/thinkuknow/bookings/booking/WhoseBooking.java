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

/** Finds a booking for whoever may see it or act on it; anybody else's is not there. Who acts holds it until the transaction ends. */
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
     * Who looks at a booking.
     *
     * @param offer the one made to them last
     * @param mine is it their school's?
     * @param programme do they act for the programme on it?
     * @param hers are they the trainer who comes?
     */
    record Looking(
            Booking booking, StaffMember me, @Nullable Offer offer, boolean mine, boolean programme, boolean hers) {
        boolean comes() {
            return mine || hers;
        }
    }

    /** @throws NotFound unless it is their school's, offered to them, theirs to deliver, or in their region */
    Looking looking(StaffMember me, PublicId id) {
        var booking = bookings.called(id).orElseThrow(NotFound::new);
        var looking = new Looking(
                booking,
                me,
                offers.to(me.id(), booking.id()).orElse(null),
                isOwn(me, booking),
                isOfProgramme(me, booking),
                isHers(me, booking));
        if (!looking.comes() && !looking.programme && looking.offer == null) {
            throw new NotFound();
        }
        return looking;
    }

    /** A booking that was offered to a trainer, with the offer. */
    record Asked(Booking booking, Offer offer) {}

    /** @throws NotFound if this trainer was never asked */
    Asked asked(StaffMember trainer, PublicId id) {
        var booking = locked(id);
        return new Asked(booking, offers.to(trainer.id(), booking.id()).orElseThrow(NotFound::new));
    }

    /** What a colleague gives in return for a booking, held too; empty where it is no swap. */
    Optional<Booking> inReturn(Offer offer) {
        return Optional.ofNullable(offer.swapFor()).flatMap(bookings::locked);
    }

    /** One that has a trainer, not held: a colleague asks to swap it. */
    Booking withTrainer(PublicId id) {
        return bookings.called(id).filter(each -> each.trainerId() != null).orElseThrow(NotFound::new);
    }

    /** Their school's. */
    Booking own(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking), booking);
    }

    /** The trainer's who comes. */
    Booking hers(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isHers(by, booking), booking);
    }

    /** The school's, or the trainer's who comes. */
    Booking ownOrHers(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking) || isHers(by, booking), booking);
    }

    /** The school's, or one of a school that they look after for the programme. */
    Booking ownOrOfProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOwn(by, booking) || isOfProgramme(by, booking), booking);
    }

    /** One of a school that they look after for the programme. */
    Booking ofProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return required(isOfProgramme(by, booking), booking);
    }

    /** @throws ChangedMeanwhile naming who changed what, if the version they had before them is not the newest */
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

    /** A manager of the whole programme, or of an area in which the school lies. */
    private boolean isOfProgramme(StaffMember by, Booking booking) {
        return by.is(Role.MANAGER) && schools.school(booking.schoolId()).liesIn(by.scope());
    }

    private static boolean isOwn(StaffMember by, Booking booking) {
        return Objects.equals(by.schoolId(), booking.schoolId());
    }

    private static boolean isHers(StaffMember by, Booking booking) {
        return Objects.equals(by.id(), booking.trainerId());
    }

    private Booking locked(PublicId id) {
        return bookings.lockedCalled(id).orElseThrow(NotFound::new);
    }
}
