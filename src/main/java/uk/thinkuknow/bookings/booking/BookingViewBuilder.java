package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.matching.TrainerWords;
import uk.thinkuknow.bookings.request.LessonsAtSchool;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;
import uk.thinkuknow.web.FormOption;

/** Builds what the page of a booking shows to the school, a trainer or a manager. */
@Singleton
class BookingViewBuilder {
    private final BookingAccess whose;
    private final Offers offers;
    private final BookingAnnouncer news;
    private final StaffingService staffing;
    private final BookingPermissions may;
    private final LessonsAtSchool lessons;

    BookingViewBuilder(
            BookingAccess whose,
            Offers offers,
            BookingAnnouncer news,
            StaffingService staffing,
            BookingPermissions may,
            LessonsAtSchool lessons) {
        this.whose = whose;
        this.offers = offers;
        this.news = news;
        this.staffing = staffing;
        this.may = may;
        this.lessons = lessons;
    }

    /** @throws NotFound unless it is their school's, offered to them, theirs to deliver, or in their area */
    @Transactional
    BookingView of(StaffMember me, PublicId id) {
        var who = whose.viewer(me, id);
        var booking = who.booking();
        var facts = news.facts(booking);
        return new BookingView(
                id.value(),
                booking.version(),
                head(booking, facts),
                rows(who, facts),
                who.programme() || who.isSchool() ? line(booking, who.programme()) : List.of(),
                who.takesPart() || who.programme() ? trail(booking) : List.of(),
                may.of(who, facts.lessonWithdrawn()));
    }

    private BookingView.Head head(Booking booking, BookingFacts facts) {
        var closing = booking.closed()
                .map(end -> Words.of(
                        "booking.closing",
                        booking.state().words(),
                        end.by(),
                        end.side(),
                        London.inWords(end.at()),
                        end.why()))
                .orElse("");
        return new BookingView.Head(
                facts.moduleTitle(),
                facts.forWhom(),
                new BookingView.BookingStateView(booking.state(), unfilled(booking, facts), withdrawn(booking, facts)),
                booking.startsAt().map(London::inWords).orElse(""),
                facts.school().name(),
                closing);
    }

    private static BookingView.@Nullable NoTrainerView unfilled(Booking booking, BookingFacts facts) {
        return booking.noTrainer()
                .map(why -> new BookingView.NoTrainerView(
                        why.words(booking.asked(), facts.band()), why.advice(booking.asked()), why.change()))
                .orElse(null);
    }

    private BookingView.@Nullable WithdrawnLesson withdrawn(Booking booking, BookingFacts facts) {
        return !booking.state().isOpen() || !facts.lessonWithdrawn()
                ? null
                : new BookingView.WithdrawnLesson(
                        booking.asked().moduleKey(),
                        lessons.insteadOf(booking.schoolId(), booking.asked()).stream()
                                .map(module -> new FormOption(
                                        module.key(), module.lesson().title(), false))
                                .toList());
    }

    private List<BookingView.Row> rows(BookingAccess.BookingViewer who, BookingFacts facts) {
        var booking = who.booking();
        var mine = who.isSchool();
        var asked = booking.asked();
        var rows = new ArrayList<BookingView.Row>();
        add(
                rows,
                "booking.whoTeaches",
                mine ? asked.delivery().words() : asked.delivery().toOthers());
        var school = facts.school();
        add(rows, "booking.where", mine ? "" : school.town() + ", " + school.postcode());
        add(
                rows,
                "booking.for",
                Words.of(
                        "booking.audienceOfAges",
                        facts.audience().words(),
                        facts.band().replace('-', '–')));
        if (booking.startsAt().isEmpty()) {
            var dates = booking.choices();
            for (int i = 0; i < dates.size(); i++) {
                rows.add(new BookingView.Row(Words.of("booking.choice", i + 1), London.inWords(dates.get(i))));
            }
        }
        add(rows, "booking.howLong", Words.of("booking.minutes", asked.minutes()));
        add(rows, "booking.heads", asked.heads() == null ? "" : asked.heads().toString());
        var left = staffing.hasLeft(booking.inCharge(), booking.schoolId());
        var inCharge = news.nameOf(booking.inCharge());
        add(rows, "booking.inCharge", left ? Words.of("booking.whoHasLeft", inCharge) : inCharge);
        var trainer = booking.trainerId();
        add(rows, "booking.trainer", trainer == null ? "" : news.nameOf(trainer));
        add(
                rows,
                "booking.lead",
                booking.dslTold()
                        .map(told -> Words.of("booking.knows", told.name(), told.how(), London.inWords(told.at())))
                        .orElseGet(() -> Words.of("booking.notToldYet")));
        add(rows, "booking.devices", Words.of(asked.devices() ? "booking.withDevices" : "booking.withoutDevices"));
        add(rows, "booking.room", asked.room());
        add(rows, "booking.language", TrainerWords.language(asked.language()));
        add(rows, "booking.needs", asked.needs());
        // only for the school and the trainer
        add(rows, "booking.avoid", who.takesPart() ? asked.avoid() : "");
        return rows;
    }

    private static void add(List<BookingView.Row> rows, String label, String words) {
        if (!words.isBlank()) {
            rows.add(new BookingView.Row(Words.of(label), words));
        }
    }

    private List<BookingView.OfferRow> line(Booking booking, boolean withReasons) {
        var round = offers.lastRound(booking.id());
        return offers.ofRound(booking.id(), round).stream()
                .filter(offer -> withReasons || offer.state() != Offer.State.CLOSED)
                .map(offer -> new BookingView.OfferRow(
                        news.nameOf(offer.trainerId()),
                        Integer.toString(offer.place()),
                        words(offer),
                        withReasons ? offer.why() : ""))
                .toList();
    }

    private static String words(Offer offer) {
        var expires = offer.expiresAt();
        var answer = Objects.requireNonNullElse(offer.answer(), "");
        return switch (offer.state()) {
            case WAITING -> Words.of("booking.offerWaits");
            case OFFERED ->
                expires == null
                        ? Words.of("booking.offerMade")
                        : Words.of("booking.offerMadeUntil", London.inWords(expires));
            case ACCEPTED -> Words.of("booking.offerAccepted");
            case DECLINED ->
                answer.isBlank() ? Words.of("booking.offerDeclined") : Words.of("booking.offerDeclinedBecause", answer);
            case EXPIRED -> Words.of("booking.offerExpired");
            case CLOSED -> answer.isBlank() ? Words.of("booking.offerClosed") : answer;
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
