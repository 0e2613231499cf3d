package uk.thinkuknow.bookings.booking;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.members.OpenWork;

/**
 * Lists the open bookings of someone who leaves, with a link to each: at the school, the bookings they are in charge
 * of; as a trainer, the coming visits they are to deliver.
 */
@Singleton
@Priority(100)
class OpenBookingsOfLeaver implements OpenWork {
    private final Bookings bookings;
    private final BookingAnnouncer news;
    private final Clock clock;

    OpenBookingsOfLeaver(Bookings bookings, BookingAnnouncer news, Clock clock) {
        this.bookings = bookings;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<OpenItem> openOf(long staffId, long schoolId) {
        return bookings.openAt(schoolId, Integer.MAX_VALUE).stream()
                .filter(each -> each.inCharge() == staffId)
                .map(this::item)
                .toList();
    }

    @Override
    @Transactional
    public List<OpenItem> openOnVisits(long staffId) {
        return bookings.comingOf(List.of(staffId), clock.instant(), Integer.MAX_VALUE).stream()
                .map(this::item)
                .toList();
    }

    private OpenItem item(Booking booking) {
        return new OpenItem(
                Words.of(
                        "booking.bookingOf",
                        news.facts(booking).forWhom(),
                        booking.startsAt()
                                .map(London::inWords)
                                .orElseGet(() -> Words.of(
                                        "booking.askedFor",
                                        London.inWords(booking.choices().getFirst())))),
                "/bookings/" + booking.publicId());
    }
}
