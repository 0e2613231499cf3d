package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.ClashNeedsReason;
import uk.thinkuknow.bookings.trainers.TrainingService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;

/** The trainers' door to bookings: what they are offered, and what they say to it. */
@Singleton
public class OfferService {
    private static final int WHY_AT_MOST = 400;

    private final Bookings bookings;
    private final Offers offers;
    private final Offering offering;
    private final TakenTime time;
    private final TrainingService training;
    private final PeopleService people;
    private final BookingNews news;
    private final Clock clock;

    OfferService(
            Bookings bookings,
            Offers offers,
            Offering offering,
            TakenTime time,
            TrainingService training,
            PeopleService people,
            BookingNews news,
            Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.offering = offering;
        this.time = time;
        this.training = training;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Says yes to an offer, on one of its dates. Said twice it is said once.
     *
     * @param preference which of the dates, 1 being the school's first choice
     * @param reason why it works although it clashes with another of her sessions; empty where nothing clashes
     * @throws BookingRefused if another trainer was quicker, the offer has run out, or her time is taken
     * @throws ClashNeedsReason if she can hardly get there in time and has not said why it works
     * @throws NotFound if she was never asked
     */
    @Transactional
    public void accept(StaffMember trainer, PublicId id, int preference, String reason) {
        var booking = bookings.lockedCalled(id).orElseThrow(NotFound::new);
        var offer = offers.to(trainer.id(), booking.id()).orElseThrow(NotFound::new);
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
            throw new BookingRefused("Choose one of the dates the school would like.");
        }
        var when = dates.get(preference - 1);
        if (!when.isAfter(clock.instant())) {
            throw new BookingRefused(London.inWords(when) + " has gone by. Choose another of the dates.");
        }
        requireReason(trainer.id(), booking, when, reason);
        var before = booking.state();
        offering.take(booking, trainer.id(), when);
        time.takeOfClasses(
                BookingService.classIds(booking),
                booking.id(),
                when,
                booking.asked().minutes());
        booking.accept(trainer.id(), when);
        offer.answer(Offer.State.ACCEPTED, reason, clock.instant());
        offering.closeAll(booking, "another trainer was quicker");
        news.tell(booking, before, BookingService.arrived(booking), trainer.name(), reason);
    }

    /** She comes instead of the trainer who asked her to; in a swap that trainer takes one of hers. */
    private void takeOver(StaffMember trainer, Booking booking, Offer offer, String reason) {
        var leaves = Objects.requireNonNull(booking.trainerId());
        var when = booking.startsAt().orElseThrow();
        var other = Optional.ofNullable(offer.swapFor()).flatMap(bookings::locked);
        time.freeTrainer(booking.id());
        other.ifPresent(swapped -> {
            if (!Objects.equals(swapped.trainerId(), trainer.id())
                    || !swapped.state().isComing()) {
                throw new BookingRefused(
                        "The session you were to give in return is not yours any more. Say no, and agree on another.");
            }
            time.freeTrainer(swapped.id());
        });
        requireReason(trainer.id(), booking, when, reason);
        offering.take(booking, trainer.id(), when);
        booking.standIn(trainer.id());
        offer.answer(Offer.State.ACCEPTED, reason, clock.instant());
        news.tell(
                booking,
                booking.state(),
                BookingChanged.What.HANDED_OVER,
                trainer.name(),
                "comes instead of " + people.nameOf(leaves));
        other.ifPresent(swapped -> {
            offering.take(swapped, leaves, swapped.startsAt().orElseThrow());
            swapped.standIn(leaves);
            news.tell(
                    swapped,
                    swapped.state(),
                    BookingChanged.What.HANDED_OVER,
                    trainer.name(),
                    people.nameOf(leaves) + " comes instead: a swap");
        });
    }

    /** Says no to an offer: the next in line is asked. */
    @Transactional
    void decline(StaffMember trainer, PublicId id, String why) {
        var booking = bookings.lockedCalled(id).orElseThrow(NotFound::new);
        var offer = offers.to(trainer.id(), booking.id()).orElseThrow(NotFound::new);
        if (offer.state() != Offer.State.OFFERED) {
            return;
        }
        offer.answer(Offer.State.DECLINED, cut(why), clock.instant());
        news.note(booking, booking.state(), "declined the offer", trainer.name(), cut(why));
        offering.askNext(booking);
    }

    /** She cannot come: the booking is offered to the others, on the date that was agreed. */
    @Transactional
    void giveBack(StaffMember trainer, PublicId id, String why) {
        var booking = hers(trainer, id);
        if (why.isBlank()) {
            throw new BookingRefused("Say why you cannot come: the school is told.");
        }
        var before = booking.state();
        booking.loseTrainer();
        time.free(booking.id());
        news.tell(booking, before, BookingChanged.What.TRAINER_LEFT, trainer.name(), cut(why));
        offering.offer(booking, List.of(trainer.id()));
    }

    /** Asks the colleague who delivers one of these sessions to swap it for hers. */
    @Transactional
    void askToSwap(StaffMember trainer, PublicId id, PublicId inReturn) {
        var colleague = bookings.called(inReturn).map(Booking::trainerId).orElseThrow(NotFound::new);
        askToComeInstead(trainer, id, colleague, inReturn);
    }

    /**
     * Asks one colleague to come instead, or to swap: until she says yes nothing changes.
     *
     * @param inReturn one of the colleague's bookings, which the trainer takes for it; null for a stand-in
     */
    @Transactional
    void askToComeInstead(StaffMember trainer, PublicId id, long colleague, @Nullable PublicId inReturn) {
        var booking = hers(trainer, id);
        if (colleague == trainer.id()) {
            throw new BookingRefused("Choose a colleague.");
        }
        var when = booking.startsAt().orElseThrow();
        training.requireMayDeliver(colleague, London.dateOf(when), offering.band(booking));
        var swapFor = inReturn == null
                ? null
                : bookings.called(inReturn)
                        .filter(other -> Objects.equals(other.trainerId(), colleague)
                                && other.state().isComing())
                        .orElseThrow(NotFound::new);
        offering.closeAll(booking, "asked somebody else");
        var offer = new Offer(
                booking.id(),
                offers.lastRound(booking.id()) + 1,
                1,
                colleague,
                null,
                cut(trainer.name()
                        + (swapFor == null
                                ? " asks you to come instead"
                                : " asks you to swap it for yours: " + inWords(swapFor))));
        offer.inReturnFor(swapFor == null ? null : swapFor.id());
        offer.make(clock.instant(), when);
        offers.persist(offer);
        news.ask(booking, offer, List.of(when), offer.why());
        news.note(
                booking,
                booking.state(),
                swapFor == null ? "asked for a stand-in" : "asked for a swap",
                trainer.name(),
                people.nameOf(colleague));
    }

    private String inWords(Booking booking) {
        var facts = news.facts(booking);
        return facts.forWhom() + " at " + facts.school() + ", "
                + booking.startsAt().map(London::inWords).orElse("no date yet");
    }

    private void requireReason(long trainerId, Booking booking, Instant when, String reason) {
        var clash = clash(trainerId, booking, when);
        if (!clash.isEmpty() && reason.isBlank()) {
            throw ClashNeedsReason.ofYes(clash);
        }
        if (reason.length() > WHY_AT_MOST) {
            throw new BookingRefused("Say it in at most " + WHY_AT_MOST + " letters.");
        }
    }

    private String clash(long trainerId, Booking booking, Instant when) {
        return String.join(
                "; ",
                training.warnings(trainerId, new Slot(when, booking.asked().minutes()), offering.place(booking), null));
    }

    private void requireStillOpen(Booking booking, Offer offer) {
        if (booking.state().isComing() && offer.state() == Offer.State.CLOSED) {
            throw new BookingRefused("Another trainer was quicker: this session is taken. Thank you for looking.");
        }
        if (!offer.isOpenAt(clock.instant())) {
            throw new BookingRefused(
                    switch (offer.state()) {
                        case WAITING -> "It is not your turn yet: we ask others first, and you if they cannot come.";
                        case DECLINED -> "You said no to this offer, so others have been asked.";
                        case OFFERED, EXPIRED -> "This offer has run out, and others have been asked.";
                        case ACCEPTED, CLOSED -> "This session is not offered any more. Nothing has changed for you.";
                    });
        }
    }

    private Booking hers(StaffMember trainer, PublicId id) {
        return bookings.lockedCalled(id)
                .filter(booking -> Objects.equals(booking.trainerId(), trainer.id()))
                .orElseThrow(NotFound::new);
    }

    private static String cut(String why) {
        var words = why.strip();
        return words.length() <= WHY_AT_MOST ? words : words.substring(0, WHY_AT_MOST);
    }
}
