package uk.thinkuknow.bookings.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Repository of the offers of bookings to trainers; finds them by booking, round and trainer. */
@Singleton
class Offers implements PanacheRepository<Offer> {
    /** All offers of a booking, newest round first, each round in its order. */
    List<Offer> of(long bookingId) {
        return list("bookingId = ?1 order by round desc, place", bookingId);
    }

    List<Offer> ofRound(long bookingId, int round) {
        return list("bookingId = ?1 and round = ?2 order by place", bookingId, round);
    }

    int lastRound(long bookingId) {
        return find("bookingId = ?1 order by round desc", bookingId)
                .firstResultOptional()
                .map(Offer::round)
                .orElse(0);
    }

    /** The latest offer of a booking to this trainer. */
    Optional<Offer> to(long trainerId, long bookingId) {
        return find("bookingId = ?1 and trainerId = ?2 order by round desc", bookingId, trainerId)
                .firstResultOptional();
    }

    /** The offers that this trainer has not answered or will still get. */
    List<Offer> openOrWaiting(long trainerId) {
        return list(
                "trainerId = ?1 and state in ?2 order by bookingId, round",
                trainerId,
                List.of(Offer.State.OFFERED, Offer.State.WAITING));
    }

    List<Offer> openTo(long trainerId, Instant at) {
        return list(
                "trainerId = ?1 and state = ?2 and expiresAt > ?3 order by expiresAt",
                trainerId,
                Offer.State.OFFERED,
                at);
    }

    /** Ids of the bookings with an offer that has expired unanswered. */
    List<Long> bookingsWithLateOffers(Instant at) {
        return getEntityManager()
                .createQuery(
                        "select distinct o.bookingId from Offer o where o.state = ?1 and o.expiresAt <= ?2", Long.class)
                .setParameter(1, Offer.State.OFFERED)
                .setParameter(2, at)
                .getResultList();
    }
}
