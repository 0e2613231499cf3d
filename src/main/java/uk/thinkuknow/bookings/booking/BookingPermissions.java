package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.booking.BookingView.Act;
import uk.thinkuknow.bookings.matching.TrainerMatch;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Person;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.web.FormOption;

/** Works out which acts a user may do on a booking now, and the choices that their forms offer. */
@Singleton
class BookingPermissions {
    private static final int SWAPS_AT_MOST = 30;
    private final Bookings bookings;
    private final TrainersForBooking trainers;
    private final BookingRowQuery rows;
    private final StaffingService staffing;
    private final SessionService sessions;
    private final Clock clock;

    BookingPermissions(
            Bookings bookings,
            TrainersForBooking trainers,
            BookingRowQuery rows,
            StaffingService staffing,
            SessionService sessions,
            Clock clock) {
        this.bookings = bookings;
        this.trainers = trainers;
        this.rows = rows;
        this.staffing = staffing;
        this.sessions = sessions;
        this.clock = clock;
    }

    BookingView.BookingActions of(BookingAccess.BookingViewer who, boolean lessonWithdrawn) {
        var booking = who.booking();
        var acts = acts(booking, who, lessonWithdrawn);
        var leads = staffing.leadsOf(booking.schoolId());
        var named = leads.named();
        if ((acts.contains(Act.TELL_LEAD) || acts.contains(Act.LEAD_LATER)) && named.isEmpty()) {
            acts.removeAll(List.of(Act.TELL_LEAD, Act.LEAD_LATER));
            acts.add(Act.NAME_LEAD);
        }
        return new BookingView.BookingActions(
                List.copyOf(acts),
                new BookingView.Leads(leads.title(), choices(named, -1), meAmong(named, who.me())),
                acts.contains(Act.HAND_OVER)
                        ? choices(staffing.staffOf(booking.schoolId()), booking.inCharge())
                        : List.of(),
                offered(booking, who.offer()),
                acts.contains(Act.GIVE_BACK)
                        ? standIns(booking, who.me())
                        : new BookingView.StandIns(List.of(), List.of()),
                who.takesPart() ? session(booking) : null,
                who.takesPart()
                        && !lessonWithdrawn
                        && booking.startsAt().isPresent()
                        && booking.closed().isEmpty());
    }

    private Set<Act> acts(Booking booking, BookingAccess.BookingViewer who, boolean lessonWithdrawn) {
        var mine = who.isSchool();
        var asTrainer = who.isTrainer();
        var programme = who.programme();
        var state = booking.state();
        var now = clock.instant();
        var acts = EnumSet.noneOf(Act.class);
        boolean early = booking.startsAt()
                .filter(start -> now.isBefore(start.minus(BookingSessionService.EARLY)))
                .isPresent();
        boolean begun = booking.startsAt().filter(start -> !now.isBefore(start)).isPresent();
        boolean delivers = booking.asked().delivery().needsTrainer() ? asTrainer : mine;
        addIf(acts, Act.CHANGE, mine && (state == BookingState.REQUESTED || state == BookingState.OFFERED));
        var untold = mine && state.isOpen() && booking.dslTold().isEmpty();
        addIf(acts, Act.TELL_LEAD, untold && state.isComing());
        addIf(acts, Act.LEAD_LATER, untold && !state.isComing());
        addIf(acts, Act.MOVE, (mine || asTrainer) && state.isComing());
        addIf(acts, Act.CHOOSE_LESSON, lessonWithdrawn && (mine || asTrainer) && state.isComing());
        addIf(acts, Act.HAND_OVER, mine && state.isOpen());
        addIf(acts, Act.CANCEL, (mine || programme) && state.isOpen());
        addIf(acts, Act.DECLINE, programme && (state == BookingState.REQUESTED || state == BookingState.OFFERED));
        addIf(acts, Act.OFFER_AGAIN, programme && state == BookingState.REQUESTED);
        addIf(acts, Act.NOBODY_CAME, (mine || asTrainer) && state == BookingState.CONFIRMED && begun);
        addIf(acts, Act.START, delivers && state == BookingState.CONFIRMED && !early && !lessonWithdrawn);
        addIf(acts, Act.GIVE_BACK, asTrainer && state.isComing());
        return acts;
    }

    private static void addIf(Set<Act> acts, Act act, boolean can) {
        if (can) {
            acts.add(act);
        }
    }

    private static @Nullable String meAmong(List<Person> named, StaffMember me) {
        return named.stream()
                .filter(each -> each.staffId() == me.id())
                .findFirst()
                .map(each -> Long.toString(each.staffId()))
                .orElse(null);
    }

    private static List<FormOption> choices(List<Person> persons, long but) {
        return persons.stream()
                .filter(person -> person.staffId() != but)
                .map(person -> option(person.staffId(), person.name()))
                .toList();
    }

    private BookingView.@Nullable OpenOffer offered(Booking booking, @Nullable Offer offer) {
        if (offer == null) {
            return null;
        }
        return new BookingView.OpenOffer(
                booking.state().isComing() ? offer.why() : "",
                London.inWords(Objects.requireNonNull(offer.expiresAt())),
                dates(booking));
    }

    private static FormOption option(long staffId, String words) {
        return new FormOption(Long.toString(staffId), words, false);
    }

    private List<FormOption> dates(Booking booking) {
        if (booking.state().isComing()) {
            return List.of(
                    new FormOption("1", booking.startsAt().map(London::inWords).orElse(""), true));
        }
        var dates = booking.choices();
        var choices = new ArrayList<FormOption>();
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).isAfter(clock.instant())) {
                choices.add(new FormOption(Integer.toString(i + 1), London.inWords(dates.get(i)), dates.size() == 1));
            }
        }
        return choices;
    }

    private BookingView.StandIns standIns(Booking booking, StaffMember me) {
        var couldCome = trainers.matches(booking, List.of(booking.startsAt().orElseThrow())).stream()
                .filter(match -> match.can() && match.staffId() != me.id())
                .toList();
        var names = couldCome.stream().collect(Collectors.toMap(TrainerMatch::staffId, TrainerMatch::name));
        var theirs = names.isEmpty()
                ? List.<Booking>of()
                : bookings.comingOf(List.copyOf(names.keySet()), clock.instant(), SWAPS_AT_MOST);
        var rows = this.rows.of(theirs);
        var swaps = new ArrayList<FormOption>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var trainer = Objects.requireNonNull(names.get(theirs.get(i).trainerId()));
            var words = Words.of("booking.swap", trainer, row.forWhom(), row.where(), row.when());
            swaps.add(new FormOption(row.id(), words, false));
        }
        return new BookingView.StandIns(
                couldCome.stream()
                        .map(match -> option(match.staffId(), Words.of("booking.standIn", match.name(), match.why())))
                        .toList(),
                swaps);
    }

    private @Nullable String session(Booking booking) {
        var id = booking.sessionId();
        return id == null ? null : sessions.session(id).publicId().value();
    }
}
