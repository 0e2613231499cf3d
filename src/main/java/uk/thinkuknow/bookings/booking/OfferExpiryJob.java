package uk.thinkuknow.bookings.booking;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import uk.thinkuknow.common.EachInTransaction;
import uk.thinkuknow.common.Jobs;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Schedule;
import uk.thinkuknow.common.Words;

/** Job that expires unanswered offers each minute; it locks each booking, so that two instances do not both act. */
@Singleton
class OfferExpiryJob {
    private final Offers offers;
    private final BookingService bookings;
    private final Clock clock;

    OfferExpiryJob(Offers offers, BookingService bookings, Clock clock) {
        this.offers = offers;
        this.bookings = bookings;
        this.clock = clock;
    }

    void register(@Observes Jobs jobs) {
        jobs.onOneInstance("late-offers", Words.of("booking.expiryJob"), Schedule.every("1m", "0s"), this::run);
    }

    void run() {
        EachInTransaction.run("the late offers of a booking were not ended", late(), bookings::expireOffers);
    }

    private List<Long> late() {
        return RetryOnConflict.call(() -> offers.bookingsWithLateOffers(clock.instant()));
    }
}
