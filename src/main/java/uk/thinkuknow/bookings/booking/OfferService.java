package uk.thinkuknow.bookings.booking;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.ClashNeedsReason;
import uk.thinkuknow.bookings.trainers.TrainerStopped;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;

/** Carries out what trainers do with offers and bookings: accept, decline, give back, ask for a stand-in or a swap. */
@Singleton
public class OfferService {
    private static final int WHY_AT_MOST = 400;

    private final BookingAccess whose;
    private final Bookings bookings;
    private final Offers offers;
    private final OfferRounds offerRounds;
    private final TrainersForBooking trainers;
    private final TimeReservations time;
    private final BookingAnnouncer news;
    private final Clock clock;

    OfferService(
            BookingAccess whose,
            Bookings bookings,
            Offers offers,
            OfferRounds offerRounds,
            TrainersForBooking trainers,
            TimeReservations time,
            BookingAnnouncer news,
            Clock clock) {
        this.whose = whose;
        this.bookings = bookings;
        this.offers = offers;
        this.offerRounds = offerRounds;
        this.trainers = trainers;
        this.time = time;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Accepts an offer on one of its dates; idempotent.
     *
     * @param preference number of the date, 1 for the school's first choice
     * @param reason why it works despite a clash with another session; empty if there is no clash
     * @throws BookingRefused if another trainer was first, the offer has expired, or the trainer's time is taken
     * @throws ClashNeedsReason if another session overlaps or leaves too little time to travel, and no reason is given
     * @throws NotFound if this trainer has no offer of the booking
     */
    @Transactional
    public void accept(StaffMember trainer, PublicId id, int preference, String reason) {
        var asked = whose.asked(trainer, id);
        var booking = asked.booking();
        var offer = asked.offer();
        if (Objects.equals(booking.trainerId(), trainer.id()) && booking.state().isComing()) {
            return;
        }
        requireStillOpen(booking, offer);
        if (booking.state().isComing()) {
            takeOver(trainer, booking, offer, reason);
        } else {
            acceptFirst(trainer, booking, offer, preference, reason);
        }
    }

    private void acceptFirst(StaffMember trainer, Booking booking, Offer offer, int preference, String reason) {
        var dates = booking.choices();
        if (preference < 1 || preference > dates.size()) {
            throw new BookingRefused("booking.notOneOfTheDates");
        }
        var when = dates.get(preference - 1);
        if (!when.isAfter(clock.instant())) {
            throw new BookingRefused("booking.datePast", London.inWords(when));
        }
        requireReason(trainer.id(), booking, when, reason);
        var before = booking.state();
        time.take(booking, trainer.id(), when);
        booking.accept(trainer.id(), when);
        offer.answer(Offer.State.ACCEPTED, reason, clock.instant());
        offerRounds.closeAll(booking, Words.of("booking.anotherWasQuicker"));
        news.tell(booking, before, booking.kindOfAgreement(), trainer.name(), reason);
    }

    /** Replaces the trainer who asked for a stand-in; in a swap, that trainer takes over the other booking. */
    private void takeOver(StaffMember trainer, Booking booking, Offer offer, String reason) {
        var leaves = Objects.requireNonNull(booking.trainerId());
        var when = booking.startsAt().orElseThrow();
        var other = whose.inReturn(offer);
        time.freeTrainer(booking.id());
        other.ifPresent(swapped -> {
            if (!Objects.equals(swapped.trainerId(), trainer.id())
                    || !swapped.state().isComing()) {
                throw new BookingRefused("booking.returnNotYours");
            }
            time.freeTrainer(swapped.id());
        });
        requireReason(trainer.id(), booking, when, reason);
        time.takeOfTrainer(booking, trainer.id(), when);
        booking.replaceTrainer(trainer.id());
        offer.answer(Offer.State.ACCEPTED, reason, clock.instant());
        news.tell(
                booking,
                booking.state(),
                BookingChanged.ChangeKind.HANDED_OVER,
                trainer.name(),
                Words.of("booking.comesInsteadOf", news.nameOf(leaves)));
        other.ifPresent(swapped -> {
            time.takeOfTrainer(swapped, leaves, swapped.startsAt().orElseThrow());
            swapped.replaceTrainer(leaves);
            news.tell(
                    swapped,
                    swapped.state(),
                    BookingChanged.ChangeKind.HANDED_OVER,
                    trainer.name(),
                    Words.of("booking.comesInstead", news.nameOf(leaves)));
        });
    }

    /** Declines an offer, so that the next trainer is asked. */
    @Transactional
    void decline(StaffMember trainer, PublicId id, String why) {
        var asked = whose.asked(trainer, id);
        var booking = asked.booking();
        var offer = asked.offer();
        if (offer.state() != Offer.State.OFFERED) {
            return;
        }
        offer.answer(Offer.State.DECLINED, cut(why), clock.instant());
        news.note(booking, booking.state(), Words.of("booking.didDeclineOffer"), trainer.name(), cut(why));
        offerRounds.askNext(booking);
    }

    /** Gives a booking back; it is offered to other trainers on the agreed date. */
    @Transactional
    void giveBack(StaffMember trainer, PublicId id, String why) {
        var booking = whose.ofTrainer(trainer, id);
        if (why.isBlank()) {
            throw new BookingRefused("booking.sayWhyNot");
        }
        leave(booking, trainer.id(), cut(why));
    }

    private void leave(Booking booking, long trainer, String why) {
        var before = booking.state();
        booking.loseTrainer();
        time.free(booking.id());
        news.tell(booking, before, BookingChanged.ChangeKind.TRAINER_LEFT, news.nameOf(trainer), why);
        offerRounds.offer(booking, List.of(trainer));
    }

    /** Gives the visits to which a trainer may come no more to others, and tells their schools. */
    void hear(@Observes TrainerStopped stopped) {
        var at = clock.instant();
        var why = Words.of("booking.comesNoMore");
        long trainer = stopped.staffId();
        for (var offer : offers.openOrWaiting(trainer)) {
            var booking = bookings.findById(offer.bookingId());
            if (booking.choices().stream().noneMatch(when -> trainers.come(trainer, when))) {
                offer.answer(Offer.State.CLOSED, why, at);
                offerRounds.askNext(booking);
            }
        }
        bookings.comingOf(List.of(trainer), at, Integer.MAX_VALUE).stream()
                .filter(booking -> !trainers.come(trainer, booking.startsAt().orElseThrow()))
                .forEach(booking -> leave(booking, trainer, why));
    }

    /** Asks the trainer of another booking to swap. */
    @Transactional
    void askToSwap(StaffMember trainer, PublicId id, PublicId inReturn) {
        var other = whose.withTrainer(inReturn);
        ask(trainer, id, Objects.requireNonNull(other.trainerId()), other);
    }

    /** Asks one colleague to take over; nothing changes until they accept. */
    @Transactional
    void askToStandIn(StaffMember trainer, PublicId id, long colleague) {
        ask(trainer, id, colleague, null);
    }

    private void ask(StaffMember trainer, PublicId id, long colleague, @Nullable Booking inReturn) {
        var booking = whose.ofTrainer(trainer, id);
        if (colleague == trainer.id()) {
            throw new BookingRefused("booking.noColleague");
        }
        trainers.requireMayDeliver(
                booking, colleague, London.dateOf(booking.startsAt().orElseThrow()));
        if (inReturn != null && !inReturn.state().isComing()) {
            throw new NotFound();
        }
        var words = inReturn == null
                ? Words.of("booking.asksToStandIn", trainer.name())
                : Words.of("booking.asksToSwap", trainer.name(), inWords(inReturn));
        offerRounds.askColleague(booking, colleague, cut(words), inReturn);
        news.note(
                booking,
                booking.state(),
                Words.of(inReturn == null ? "booking.didAskToStandIn" : "booking.didAskToSwap"),
                trainer.name(),
                news.nameOf(colleague));
    }

    private String inWords(Booking booking) {
        var facts = news.facts(booking);
        return Words.of(
                "booking.visit",
                facts.forWhom(),
                facts.school().name(),
                booking.startsAt().map(London::inWords).orElseGet(() -> Words.of("booking.noDateYet")));
    }

    private void requireReason(long trainerId, Booking booking, Instant when, String reason) {
        var clash = String.join("; ", trainers.warnings(booking, trainerId, when, null));
        if (!clash.isEmpty() && reason.isBlank()) {
            throw ClashNeedsReason.ofYes(clash);
        }
        if (reason.length() > WHY_AT_MOST) {
            throw new BookingRefused("booking.reasonTooLong", WHY_AT_MOST);
        }
    }

    private void requireStillOpen(Booking booking, Offer offer) {
        if (booking.state().isComing() && offer.state() == Offer.State.CLOSED) {
            throw new BookingRefused("booking.taken");
        }
        if (!offer.isOpenAt(clock.instant())) {
            throw new BookingRefused(
                    switch (offer.state()) {
                        case WAITING -> "booking.notYourTurn";
                        case DECLINED -> "booking.youSaidNo";
                        case OFFERED, EXPIRED -> "booking.offerRanOut";
                        case ACCEPTED, CLOSED -> "booking.notOffered";
                    });
        }
    }

    private static String cut(String why) {
        var words = why.strip();
        return words.length() <= WHY_AT_MOST ? words : words.substring(0, WHY_AT_MOST);
    }
}
