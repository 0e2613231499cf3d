package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.thinkuknow.bookings.matching.Commitment;
import uk.thinkuknow.bookings.matching.CommitmentSource;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Reads trainers' accepted and confirmed bookings, so that matching knows when they are busy; also when each was last
 * offered a session.
 */
@Singleton
class BookingCommitments implements CommitmentSource {
    private static final long LONGEST_SECONDS = 480 * 60L;

    private final Bookings bookings;
    private final SchoolService schools;

    BookingCommitments(Bookings bookings, SchoolService schools) {
        this.bookings = bookings;
        this.schools = schools;
    }

    @Override
    public List<Commitment> between(Instant from, Instant to) {
        return bookings.comingBetween(from.minusSeconds(LONGEST_SECONDS), to).stream()
                .map(this::commitment)
                .filter(each -> each.endsAt().isAfter(from))
                .toList();
    }

    @Override
    public Map<Long, Integer> countsBetween(Instant from, Instant to) {
        return bookings.comingCounts(from, to);
    }

    @Override
    public Map<Long, Instant> lastOffers() {
        return bookings.lastOffers();
    }

    private Commitment commitment(Booking booking) {
        var start = booking.startsAt().orElseThrow();
        return new Commitment(
                Objects.requireNonNull(booking.trainerId()),
                start,
                start.plusSeconds(booking.asked().minutes() * 60L),
                schools.school(booking.schoolId()).name(),
                booking.asked().delivery() == DeliveryKind.VISIT
                        ? schools.placeOf(booking.schoolId()).orElse(null)
                        : null);
    }
}
