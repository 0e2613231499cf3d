package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.schools.school.SchoolService;

/** Puts a booking into words for whoever looks at it: the school, a trainer, the programme. */
@Singleton
class BookingViews {
    private final Bookings bookings;
    private final Offers offers;
    private final Offering offering;
    private final BookingNews news;
    private final SchoolService schools;
    private final PeopleService people;
    private final StaffingService staffing;
    private final BookingMay may;

    BookingViews(
            Bookings bookings,
            Offers offers,
            Offering offering,
            BookingNews news,
            SchoolService schools,
            PeopleService people,
            StaffingService staffing,
            BookingMay may) {
        this.bookings = bookings;
        this.offers = offers;
        this.offering = offering;
        this.news = news;
        this.schools = schools;
        this.people = people;
        this.staffing = staffing;
        this.may = may;
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
                rows(booking, facts, mine, hers),
                programme || mine ? line(booking, programme) : List.of(),
                mine || programme || hers ? trail(booking) : List.of(),
                may.of(booking, new BookingMay.Looking(me, offer, mine, programme, hers)));
    }

    private static BookingView.Head head(Booking booking, BookingFacts facts) {
        var closing = booking.closed()
                .map(end -> booking.state().words() + " by " + end.by() + " (" + end.side() + ") on "
                        + London.inWords(end.at()) + ": " + end.why())
                .orElse("");
        return new BookingView.Head(
                facts.moduleTitle(),
                facts.forWhom(),
                new BookingView.Stands(words(booking.state()), tone(booking.state()), unfilled(booking, facts)),
                booking.startsAt().map(London::inWords).orElse(""),
                facts.school(),
                closing);
    }

    private static BookingView.@Nullable Unfilled unfilled(Booking booking, BookingFacts facts) {
        return booking.noTrainer()
                .map(why -> new BookingView.Unfilled(
                        why.words(booking.asked(), facts.band()), why.advice(booking.asked()), why.change()))
                .orElse(null);
    }

    /** A state as pages show it: a request that nobody is asked for has no trainer. */
    static String words(BookingState state) {
        return state == BookingState.REQUESTED ? "No trainer yet" : state.words();
    }

    /** The colour of a state; its words say the same. */
    static String tone(BookingState state) {
        return switch (state) {
            case OFFERED -> "blue";
            case REQUESTED, ACCEPTED, DELIVERED -> "orange";
            case CONFIRMED, RETURNED -> "green";
            case RUNNING -> "blue";
            case DECLINED, CANCELLED, NOBODY_CAME -> "grey";
        };
    }

    private List<BookingView.Row> rows(Booking booking, BookingFacts facts, boolean mine, boolean hers) {
        var asked = booking.asked();
        var rows = new ArrayList<BookingView.Row>();
        add(
                rows,
                "Who teaches",
                mine ? asked.delivery().words() : asked.delivery().toOthers());
        var school = schools.school(booking.schoolId());
        add(rows, "Where", mine ? "" : school.town() + ", " + school.postcode());
        add(rows, "For", facts.audience().words() + ", ages " + facts.band().replace('-', '–'));
        if (booking.startsAt().isEmpty()) {
            var dates = booking.choices();
            for (int i = 0; i < dates.size(); i++) {
                add(rows, "Choice " + (i + 1), London.inWords(dates.get(i)));
            }
        }
        add(rows, "How long", asked.minutes() + " minutes");
        add(rows, "People expected", asked.heads() == null ? "" : asked.heads().toString());
        var left = staffing.hasLeft(booking.inCharge(), booking.schoolId());
        add(rows, "Teacher in charge", people.nameOf(booking.inCharge()) + (left ? ", who has left" : ""));
        var trainer = booking.trainerId();
        add(rows, "Trainer", trainer == null ? "" : people.nameOf(trainer));
        add(
                rows,
                "Safeguarding lead",
                booking.dslTold()
                        .map(told -> told.name() + " knows: " + told.how() + " on " + London.inWords(told.at()))
                        .orElse("not told yet"));
        add(rows, "Devices", asked.devices() ? "Children have devices" : "No devices: the projector only");
        add(rows, "Room and Wi-Fi", asked.room());
        add(rows, "Language", "cy".equals(asked.language()) ? "Welsh" : "English");
        add(rows, "Needs", asked.needs());
        // for those who will be in the room, and for nobody who is only asked
        add(rows, "Leave out", mine || hers ? asked.avoid() : "");
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
            case WAITING -> "waits for a turn";
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
}
