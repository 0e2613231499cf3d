package uk.thinkuknow.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.staffing.OpenWork;

/** The bookings of which a leaver is in charge: on the page of each it can be handed to a colleague. */
@Singleton
class OpenBookings implements OpenWork {
    private final Bookings bookings;
    private final BookingNews news;

    OpenBookings(Bookings bookings, BookingNews news) {
        this.bookings = bookings;
        this.news = news;
    }

    @Override
    @Transactional
    public List<OpenThing> openOf(long staffId, long schoolId) {
        return bookings.openAt(schoolId, Integer.MAX_VALUE).stream()
                .filter(each -> each.inCharge() == staffId)
                .map(each -> new OpenThing(
                        "The booking of " + news.facts(each).forWhom()
                                + each.startsAt()
                                        .map(at -> ", " + London.inWords(at))
                                        .orElseGet(() -> ", asked for "
                                                + London.inWords(each.choices().getFirst())),
                        "/bookings/" + each.publicId()))
                .toList();
    }
}
