package uk.thinkuknow.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.booking.BookingView.Act;
import uk.thinkuknow.people.PeopleService;
import uk.thinkuknow.people.StaffMember;
import uk.thinkuknow.session.SessionService;
import uk.thinkuknow.shared.London;
import uk.thinkuknow.shared.NotFound;
import uk.thinkuknow.shared.PublicId;
import uk.thinkuknow.staffing.Person;
import uk.thinkuknow.staffing.StaffingService;

/** Puts a booking into words for whoever looks at it: the school, a trainer, the programme. */
@Singleton
class BookingViews {
    private static final int SWAPS_AT_MOST = 30;
    /** A session may be started a little early: classes come when the bell goes. */
    private static final Duration EARLY = Duration.ofHours(1);

    private final Bookings bookings;
    private final Offers offers;
    private final Offering offering;
    private final BookingRows rows;
    private final BookingNews news;
    private final PeopleService people;
    private final StaffingService staffing;
    private final SessionService sessions;
    private final Clock clock;

    BookingViews(
            Bookings bookings,
            Offers offers,
            Offering offering,
            BookingRows rows,
            BookingNews news,
            PeopleService people,
            StaffingService staffing,
            SessionService sessions,
            Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.offering = offering;
        this.rows = rows;
        this.news = news;
        this.people = people;
        this.staffing = staffing;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws NotFound unless it is her school's, offered to her, hers to deliver, or in her region */
    @Transactional
    BookingView of(StaffMember me, PublicId id) {
        var booking = bookings.called(id).orElseThrow(NotFound::new);
        var offer = offers.to(me.id(), booking.id()).orElse(null);
        var mine = Objects.equals(me.schoolId(), booking.schoolId());
        var programme = offering.isOfProgramme(me, booking);
        var hers = Objects.equals(me.id(), booking.trainerId());
        if (!mine && !programme && !hers && offer == null) {
            throw new NotFound();
        }
        var facts = news.facts(booking);
        return new BookingView(
                id.value(),
                booking.version(),
                head(booking, facts),
                rows(booking, facts, mine || hers),
                programme || mine ? line(booking, programme) : List.of(),
                mine || programme || hers ? trail(booking) : List.of(),
                may(me, booking, offer, mine, programme, hers));
    }

    private static BookingView.Head head(Booking booking, BookingFacts facts) {
        var closing = booking.closed()
                .map(end -> booking.state().words() + " by " + end.by() + " (" + end.side() + ") on "
                        + London.inWords(end.at()) + ": " + end.why())
                .orElse("");
        return new BookingView.Head(
                facts.moduleTitle(),
                facts.forWhom(),
                booking.state().words(),
                tone(booking.state()),
                booking.startsAt().map(London::inWords).orElse(""),
                facts.school(),
                closing);
    }

    /** The colour of a state; its words say the same. */
    static String tone(BookingState state) {
        return switch (state) {
            case REQUESTED, OFFERED -> "blue";
            case ACCEPTED, DELIVERED -> "orange";
            case CONFIRMED, RETURNED -> "green";
            case RUNNING -> "blue";
            case DECLINED, CANCELLED, NOBODY_CAME -> "grey";
        };
    }

    private List<BookingView.Row> rows(Booking booking, BookingFacts facts, boolean close) {
        var asked = booking.asked();
        var rows = new ArrayList<BookingView.Row>();
        add(rows, "Who teaches", asked.delivery().words());
        add(rows, "For", facts.audience().words() + ", ages " + facts.band());
        if (booking.startsAt().isEmpty()) {
            var dates = booking.choices();
            for (int i = 0; i < dates.size(); i++) {
                add(rows, "Choice " + (i + 1), London.inWords(dates.get(i)));
            }
        }
        add(rows, "How long", asked.minutes() + " minutes");
        add(rows, "People expected", asked.heads() == null ? "" : asked.heads().toString());
        add(rows, "Teacher in charge", people.nameOf(booking.inCharge()));
        var trainer = booking.trainerId();
        add(rows, "Trainer", trainer == null ? "" : people.nameOf(trainer));
        add(
                rows,
                "Safeguarding lead",
                booking.dslTold()
                        .map(told -> told.name() + ", " + told.how() + " on " + London.inWords(told.at()))
                        .orElse("not told yet"));
        add(rows, "Devices", asked.devices() ? "Children have devices" : "No devices: the projector only");
        add(rows, "Room and Wi-Fi", asked.room());
        add(rows, "Language", "cy".equals(asked.language()) ? "Welsh" : "English");
        add(rows, "Needs", asked.needs());
        // for those who will be in the room, and for nobody who is only asked
        add(rows, "Leave out", close ? asked.avoid() : "");
        return rows;
    }

    private static void add(List<BookingView.Row> rows, String name, String words) {
        if (!words.isBlank()) {
            rows.add(new BookingView.Row(name, words));
        }
    }

    private List<BookingView.OfferRow> line(Booking booking, boolean withReasons) {
        var round = offers.lastRound(booking.id());
        return offers.ofRound(booking.id(), round).stream()
                .filter(offer -> withReasons || offer.state() != Offer.State.CLOSED)
                .map(offer -> new BookingView.OfferRow(
                        people.nameOf(offer.trainerId()),
                        Integer.toString(offer.place()),
                        words(offer),
                        withReasons ? offer.why() : ""))
                .toList();
    }

    private static String words(Offer offer) {
        var expires = offer.expiresAt();
        var answer = Objects.requireNonNullElse(offer.answer(), "");
        return switch (offer.state()) {
            case WAITING -> "waits for her turn";
            case OFFERED -> "asked" + (expires == null ? "" : ", until " + London.inWords(expires));
            case ACCEPTED -> "said yes";
            case DECLINED -> "said no" + (answer.isBlank() ? "" : ": " + answer);
            case EXPIRED -> "did not answer in time";
            case CLOSED -> answer.isBlank() ? "not asked" : answer;
        };
    }

    private List<BookingView.TrailRow> trail(Booking booking) {
        return news.trail(booking).stream()
                .map(noted -> new BookingView.TrailRow(
                        noted.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        London.inWords(noted.at()),
                        noted.staffName(),
                        noted.act(),
                        noted.detail()))
                .toList();
    }

    private BookingView.May may(
            StaffMember me, Booking booking, @Nullable Offer offer, boolean mine, boolean programme, boolean hers) {
        var acts = acts(booking, offer, mine, programme, hers);
        var leads = staffing.leadsOf(booking.schoolId());
        var named =
                Stream.of(leads.lead(), leads.deputy()).filter(Objects::nonNull).toList();
        if (acts.contains(Act.TELL_LEAD) && named.isEmpty()) {
            acts.remove(Act.TELL_LEAD);
            acts.add(Act.NAME_LEAD);
        }
        return new BookingView.May(
                List.copyOf(acts),
                leads.title(),
                choices(named, -1),
                acts.contains(Act.HAND_OVER)
                        ? choices(staffing.staffOf(booking.schoolId()), booking.inCharge())
                        : List.of(),
                acts.contains(Act.ACCEPT) ? dates(booking) : List.of(),
                acts.contains(Act.GIVE_BACK) ? colleagues(booking, me) : List.of(),
                acts.contains(Act.GIVE_BACK) ? swaps(booking, me) : List.of(),
                mine || hers ? session(booking) : null,
                (mine || hers)
                        && booking.startsAt().isPresent()
                        && booking.closed().isEmpty());
    }

    private Set<Act> acts(Booking booking, @Nullable Offer offer, boolean mine, boolean programme, boolean hers) {
        var state = booking.state();
        var now = clock.instant();
        var acts = EnumSet.noneOf(Act.class);
        boolean early = booking.startsAt()
                .filter(start -> now.isBefore(start.minus(EARLY)))
                .isPresent();
        boolean begun = booking.startsAt().filter(start -> !now.isBefore(start)).isPresent();
        boolean delivers = booking.asked().delivery().needsTrainer() ? hers : mine;
        addIf(acts, Act.CHANGE, mine && (state == BookingState.REQUESTED || state == BookingState.OFFERED));
        addIf(acts, Act.TELL_LEAD, mine && state.isOpen() && booking.dslTold().isEmpty());
        addIf(acts, Act.MOVE, (mine || hers) && state.isComing());
        addIf(acts, Act.HAND_OVER, mine && state.isOpen());
        addIf(acts, Act.CANCEL, (mine || programme) && state.isOpen());
        addIf(acts, Act.DECLINE, programme && (state == BookingState.REQUESTED || state == BookingState.OFFERED));
        addIf(acts, Act.OFFER_AGAIN, programme && state == BookingState.REQUESTED);
        addIf(acts, Act.NOBODY_CAME, (mine || hers) && state == BookingState.CONFIRMED && begun);
        addIf(acts, Act.START, delivers && state == BookingState.CONFIRMED && !early);
        addIf(acts, Act.ACCEPT, offer != null && offer.isOpenAt(now));
        addIf(acts, Act.GIVE_BACK, hers && state.isComing());
        return acts;
    }

    private static void addIf(Set<Act> acts, Act act, boolean can) {
        if (can) {
            acts.add(act);
        }
    }

    private static List<BookingView.Choice> choices(List<Person> persons, long but) {
        return persons.stream()
                .filter(person -> person.staffId() != but)
                .map(person -> new BookingView.Choice(Long.toString(person.staffId()), person.name()))
                .toList();
    }

    private List<BookingView.Choice> dates(Booking booking) {
        if (booking.state().isComing()) {
            return List.of(new BookingView.Choice(
                    "1", booking.startsAt().map(London::inWords).orElse("")));
        }
        var dates = booking.choices();
        var choices = new ArrayList<BookingView.Choice>();
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).isAfter(clock.instant())) {
                choices.add(new BookingView.Choice(Integer.toString(i + 1), London.inWords(dates.get(i))));
            }
        }
        return choices;
    }

    private List<BookingView.Choice> swaps(Booking booking, StaffMember me) {
        var names = new HashMap<Long, String>();
        offering.couldCome(booking, booking.startsAt().orElseThrow()).stream()
                .filter(match -> match.can() && match.staffId() != me.id())
                .forEach(match -> names.put(match.staffId(), match.name()));
        var theirs = names.isEmpty()
                ? List.<Booking>of()
                : bookings.comingOf(List.copyOf(names.keySet()), clock.instant(), SWAPS_AT_MOST);
        var rows = this.rows.of(theirs);
        var choices = new ArrayList<BookingView.Choice>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            choices.add(new BookingView.Choice(
                    row.id(),
                    names.get(theirs.get(i).trainerId()) + ": " + row.forWhom() + " at " + row.where() + ", "
                            + row.when()));
        }
        return choices;
    }

    private List<BookingView.Choice> colleagues(Booking booking, StaffMember me) {
        return offering.couldCome(booking, booking.startsAt().orElseThrow()).stream()
                .filter(match -> match.can() && match.staffId() != me.id())
                .map(match -> new BookingView.Choice(Long.toString(match.staffId()), match.name() + ": " + match.why()))
                .toList();
    }

    private @Nullable String session(Booking booking) {
        var id = booking.sessionId();
        return id == null ? null : sessions.session(id).publicId().value();
    }
}
