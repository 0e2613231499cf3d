package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.Match;
import uk.thinkuknow.bookings.matching.Slot;
import uk.thinkuknow.bookings.matching.Wanted;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.trainers.TrainingService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.GridPlace;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Offers a booking to trainers: the first three in order at once, the next when one of them says no or does not answer in
 * time. The order, with each one's reason, is written down before anyone is asked.
 */
@Singleton
class Offering {
    static final String BY = PeopleService.BY_ITSELF;
    private static final int AT_ONCE = 3;
    private static final int WRITTEN_DOWN = 60;

    private final Offers offers;
    private final TrainingService training;
    private final SchoolService schools;
    private final CurriculumService curriculum;
    private final PeopleService people;
    private final TakenTime time;
    private final BookingNews news;
    private final Clock clock;

    Offering(
            Offers offers,
            TrainingService training,
            SchoolService schools,
            CurriculumService curriculum,
            PeopleService people,
            TakenTime time,
            BookingNews news,
            Clock clock) {
        this.offers = offers;
        this.training = training;
        this.schools = schools;
        this.curriculum = curriculum;
        this.people = people;
        this.time = time;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Starts a round of offers for a booking that has no trainer.
     *
     * @param but trainers who are not asked: who has just given it back, for example
     */
    void offer(Booking booking, List<Long> but) {
        var wanted = wanted(booking);
        var matches = training.matching(wanted);
        int round = offers.lastRound(booking.id()) + 1;
        int place = 0;
        for (var match : matches.stream().limit(WRITTEN_DOWN).toList()) {
            var offer =
                    new Offer(booking.id(), round, ++place, match.staffId(), match.kilometres(), cut(reason(match)));
            if (!match.can() || but.contains(match.staffId())) {
                offer.answer(Offer.State.CLOSED, but.contains(match.staffId()) ? "gave it back" : "", clock.instant());
            }
            offers.persist(offer);
        }
        offers.flush();
        if (makeNext(booking, round)) {
            var before = booking.state();
            booking.offer();
            news.tell(booking, before, BookingChanged.What.OFFERED, BY, "to " + names(booking, round));
        } else {
            findNone(booking, wanted.slots().isEmpty() ? NoTrainer.GONE_BY : NoTrainer.of(matches));
        }
    }

    /** Somebody has said no, or has not answered: the next in line is asked; with none left the programme has to look. */
    void askNext(Booking booking) {
        if (booking.state() != BookingState.OFFERED) {
            return;
        }
        int round = offers.lastRound(booking.id());
        if (!makeNext(booking, round)) {
            findNone(booking, NoTrainer.ANSWERS);
        }
    }

    private void findNone(Booking booking, NoTrainer why) {
        var before = booking.state();
        boolean known = booking.noTrainer().equals(Optional.of(why));
        var words = why.words(booking.asked(), band(booking));
        booking.findNoTrainer(why);
        if (known) {
            news.note(booking, before, "found no trainer", BY, words); // the school has been told
        } else {
            news.tell(booking, before, BookingChanged.What.NO_TRAINER, BY, words);
        }
    }

    /** Offers that nobody answered in time run out. */
    void expire(Booking booking) {
        var at = clock.instant();
        for (var offer : offers.ofRound(booking.id(), offers.lastRound(booking.id()))) {
            if (offer.isLateAt(at)) {
                offer.answer(Offer.State.EXPIRED, "no answer in time", at);
                news.note(
                        booking,
                        booking.state(),
                        "did not answer the offer in time",
                        people.nameOf(offer.trainerId()),
                        "");
            }
        }
        askNext(booking);
    }

    /** Nobody else needs to answer any more. */
    void closeAll(Booking booking, String words) {
        for (var offer : offers.ofRound(booking.id(), offers.lastRound(booking.id()))) {
            if (offer.state() == Offer.State.OFFERED || offer.state() == Offer.State.WAITING) {
                offer.answer(Offer.State.CLOSED, words, clock.instant());
            }
        }
    }

    /** Takes a trainer's time for a booking: she must be allowed to deliver it, and free. */
    void take(Booking booking, long trainer, Instant when) {
        var day = London.dateOf(when);
        training.requireMayDeliver(trainer, day, band(booking));
        time.takeOfTrainer(
                trainer,
                booking.id(),
                when,
                booking.asked().minutes(),
                training.trainer(trainer).sessionsADay());
    }

    /** Who could come at that time, in order, and who could not, with why. */
    List<Match> couldCome(Booking booking, Instant when) {
        return training.matching(new Wanted(
                schools.placeOf(booking.schoolId()).orElse(null),
                band(booking),
                booking.asked().language(),
                booking.asked().delivery() == DeliveryKind.VISIT,
                List.of(new Slot(when, booking.asked().minutes()))));
    }

    /** May she act for the programme on this booking: a manager of the whole, or of an area in which the school lies? */
    boolean isOfProgramme(StaffMember by, Booking booking) {
        return by.is(Role.MANAGER) && schools.school(booking.schoolId()).liesIn(by.scope());
    }

    /** Makes offers until three stand open; true if at least one does. */
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
                offer.make(at, lastDate);
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
                        .map(offer -> people.nameOf(offer.trainerId()))
                        .toList());
    }

    private Wanted wanted(Booking booking) {
        var asked = booking.asked();
        return new Wanted(
                schools.placeOf(booking.schoolId()).orElse(null),
                band(booking),
                asked.language(),
                asked.delivery() == DeliveryKind.VISIT,
                booking.choices().stream()
                        .filter(start -> start.isAfter(clock.instant()))
                        .map(start -> new Slot(start, asked.minutes()))
                        .toList());
    }

    /** Where a trainer would have to go for it; null over a video link, or if the school's place is not known. */
    @Nullable
    GridPlace place(Booking booking) {
        return booking.asked().delivery() == DeliveryKind.VISIT
                ? schools.placeOf(booking.schoolId()).orElse(null)
                : null;
    }

    String band(Booking booking) {
        return curriculum
                .newest(booking.asked().moduleKey())
                .map(module -> module.lesson().band())
                .orElse("");
    }

    private static String reason(Match match) {
        return Objects.requireNonNullElse(match.why(), "");
    }

    private static String cut(String words) {
        return words.length() <= 400 ? words : words.substring(0, 399) + "…";
    }
}
