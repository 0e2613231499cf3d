package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.Words;

/**
 * Offers a booking to trainers in rounds: to the first three in order at once, and to the next when one declines or
 * does not answer in time. The order of up to 60 trainers and the reason for each position are stored before anyone is
 * asked.
 */
@Singleton
class OfferRounds {
    private static final int AT_ONCE = 3;
    private static final int WRITTEN_DOWN = 60;

    private final Offers offers;
    private final TrainersForBooking trainers;
    private final TimeReservations time;
    private final BookingAnnouncer news;
    private final Clock clock;

    OfferRounds(Offers offers, TrainersForBooking trainers, TimeReservations time, BookingAnnouncer news, Clock clock) {
        this.offers = offers;
        this.trainers = trainers;
        this.time = time;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Starts a round of offers to trainers; a session that the school delivers itself is accepted at once on its first
     * date.
     */
    void begin(Booking booking, String by) {
        if (booking.asked().delivery().needsTrainer()) {
            offer(booking, List.of());
            return;
        }
        var before = booking.state();
        var when = booking.choices().getFirst();
        time.take(booking, null, when);
        booking.accept(null, when);
        news.tell(booking, before, booking.kindOfAgreement(), by, "");
    }

    /**
     * Starts a round of offers for a booking without a trainer.
     *
     * @param but trainers who are not asked, such as the one who gave the booking back
     */
    void offer(Booking booking, List<Long> but) {
        closeAll(booking, Words.of("booking.askedSomebodyElse"));
        var at = clock.instant();
        var dates =
                booking.choices().stream().filter(start -> start.isAfter(at)).toList();
        var matches = trainers.matches(booking, dates);
        int round = offers.lastRound(booking.id()) + 1;
        int place = 0;
        for (var match : matches.stream().limit(WRITTEN_DOWN).toList()) {
            var offer = new Offer(booking.id(), round, ++place, match);
            if (!match.can() || but.contains(match.staffId())) {
                offer.answer(
                        Offer.State.CLOSED, but.contains(match.staffId()) ? Words.of("booking.gaveItBack") : "", at);
            }
            offers.persist(offer);
        }
        offers.flush();
        if (makeNext(booking, round)) {
            var before = booking.state();
            booking.offer();
            var to = Words.of("booking.toNames", names(booking, round));
            news.tell(booking, before, BookingChanged.ChangeKind.OFFERED, null, to);
        } else {
            findNone(booking, dates.isEmpty() ? NoTrainerReason.GONE_BY : NoTrainerReason.of(matches));
        }
    }

    /** Makes the next offers after an answer or an expiry; with nobody left, records that no trainer was found. */
    void askNext(Booking booking) {
        if (booking.state() != BookingState.OFFERED) {
            return;
        }
        int round = offers.lastRound(booking.id());
        if (!makeNext(booking, round)) {
            findNone(booking, NoTrainerReason.ANSWERS);
        }
    }

    private void findNone(Booking booking, NoTrainerReason why) {
        var before = booking.state();
        boolean known = booking.noTrainer().equals(Optional.of(why));
        var words = why.words(booking.asked(), trainers.band(booking));
        var what = BookingChanged.ChangeKind.NO_TRAINER;
        booking.findNoTrainer(why);
        if (known) {
            news.note(booking, before, what.inWords(), null, words); // the school has been told
        } else {
            news.tell(booking, before, what, null, words);
        }
    }

    /** Expires the offers that nobody answered in time, and asks the next trainers. */
    void expire(Booking booking) {
        var at = clock.instant();
        for (var offer : offers.ofRound(booking.id(), offers.lastRound(booking.id()))) {
            if (offer.isLateAt(at)) {
                offer.answer(Offer.State.EXPIRED, Words.of("booking.noAnswerInTime"), at);
                news.note(
                        booking, booking.state(), Words.of("booking.didNotAnswer"), news.nameOf(offer.trainerId()), "");
            }
        }
        askNext(booking);
    }

    /** Closes all offers that are open or waiting. */
    void closeAll(Booking booking, String words) {
        for (var offer : offers.ofRound(booking.id(), offers.lastRound(booking.id()))) {
            if (offer.state() == Offer.State.OFFERED || offer.state() == Offer.State.WAITING) {
                offer.answer(Offer.State.CLOSED, words, clock.instant());
            }
        }
    }

    /** Closes all offers and frees the reserved time of a booking that will not take place. */
    void end(Booking booking, String words) {
        closeAll(booking, words);
        time.free(booking.id());
    }

    /** Offers the booking to one colleague to take over, in a swap for another booking if one is given. */
    void askColleague(Booking booking, long colleague, String words, @Nullable Booking inReturn) {
        var when = booking.startsAt().orElseThrow();
        closeAll(booking, Words.of("booking.askedSomebodyElse"));
        var offer = new Offer(
                booking.id(),
                offers.lastRound(booking.id()) + 1,
                colleague,
                words,
                inReturn == null ? null : inReturn.id());
        offer.open(clock.instant(), when);
        offers.persist(offer);
        news.ask(booking, offer, List.of(when), offer.why());
    }

    /** Makes offers until three are open. Returns true if at least one is open. */
    private boolean makeNext(Booking booking, int round) {
        var at = clock.instant();
        var line = offers.ofRound(booking.id(), round);
        var lastDate = booking.choices().stream().max(Instant::compareTo).orElse(at);
        long open = line.stream().filter(offer -> offer.isOpenAt(at)).count();
        if (!lastDate.isAfter(at)) {
            return open > 0;
        }
        for (var offer : line) {
            if (open < AT_ONCE && offer.state() == Offer.State.WAITING) {
                offer.open(at, lastDate);
                news.ask(booking, offer, booking.choices(), "");
                open++;
            }
        }
        return open > 0;
    }

    private String names(Booking booking, int round) {
        return String.join(
                ", ",
                offers.ofRound(booking.id(), round).stream()
                        .filter(offer -> offer.state() == Offer.State.OFFERED)
                        .map(offer -> news.nameOf(offer.trainerId()))
                        .toList());
    }
}
