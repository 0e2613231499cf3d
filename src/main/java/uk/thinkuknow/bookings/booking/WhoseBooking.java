package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.util.Objects;
import uk.thinkuknow.bookings.request.ChangedMeanwhile;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;

/** Finds a booking for whoever may act on it, and locks it until the transaction ends; anybody else's is not there. */
@Singleton
class WhoseBooking {
    private final Bookings bookings;
    private final Offering offering;
    private final BookingNews news;

    WhoseBooking(Bookings bookings, Offering offering, BookingNews news) {
        this.bookings = bookings;
        this.offering = offering;
        this.news = news;
    }

    /** Her school's. */
    Booking own(StaffMember by, PublicId id) {
        var booking = locked(id);
        if (booking.schoolId() != by.school()) {
            throw new NotFound();
        }
        return booking;
    }

    /** The school's, or the trainer's who comes. */
    Booking ownOrHers(StaffMember by, PublicId id) {
        var booking = locked(id);
        if (!isOwn(by, booking) && !Objects.equals(by.id(), booking.trainerId())) {
            throw new NotFound();
        }
        return booking;
    }

    /** The school's, or one of a school that she looks after for the programme. */
    Booking ownOrOfProgramme(StaffMember by, PublicId id) {
        var booking = locked(id);
        return isOwn(by, booking) ? booking : requireProgramme(by, booking);
    }

    /** One of a school that she looks after for the programme. */
    Booking ofProgramme(StaffMember by, PublicId id) {
        return requireProgramme(by, locked(id));
    }

    /** @throws ChangedMeanwhile naming who changed what, if the version she had before her is not the newest */
    void requireNewest(Booking booking, int version) {
        if (booking.version() != version) {
            throw new ChangedMeanwhile(news.lastAct(booking));
        }
    }

    private Booking requireProgramme(StaffMember by, Booking booking) {
        if (!offering.isOfProgramme(by, booking)) {
            throw new NotFound();
        }
        return booking;
    }

    private static boolean isOwn(StaffMember by, Booking booking) {
        return Objects.equals(by.schoolId(), booking.schoolId());
    }

    private Booking locked(PublicId id) {
        return bookings.lockedCalled(id).orElseThrow(NotFound::new);
    }
}
