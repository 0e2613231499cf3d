package uk.thinkuknow.bookings.booking;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.TextFormat;
import uk.thinkuknow.identity.staff.HomeNotices;
import uk.thinkuknow.identity.staff.HomeNotices.HomeNotice;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Makes the home page's notices of bookings that need an act from the user, such as an offer to answer or a past
 * session to report.
 */
@Singleton
@Priority(800)
class BookingNotices implements HomeNotices {
    private static final int OFFERS_AT_MOST = 5;

    private final Bookings bookings;
    private final Offers offers;
    private final BookingRowQuery rows;
    private final StaffingService staffing;
    private final Clock clock;

    BookingNotices(Bookings bookings, Offers offers, BookingRowQuery rows, StaffingService staffing, Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.rows = rows;
        this.staffing = staffing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<HomeNotice> of(StaffMember me) {
        var notices = new ArrayList<HomeNotice>();
        if (me.is(Role.TRAINER)) {
            notices.addAll(offeredTo(me));
        }
        var school = me.schoolId();
        if (school != null && (me.is(Role.TEACHER) || me.is(Role.DSL))) {
            notices.addAll(atSchool(me, school));
        }
        if (me.is(Role.TEACHER) || me.is(Role.TRAINER)) {
            notices.addAll(each(
                    bookings.pastUnreported(me.id(), clock.instant()),
                    "Did it take place? Start it, or say that nobody came",
                    "Gone by"));
        }
        if (me.is(Role.TEACHER)) {
            notices.addAll(
                    each(bookings.withoutTrainerOf(me.id(), OFFERS_AT_MOST), this::withoutTrainer, "No trainer yet"));
        }
        if (me.is(Role.MANAGER)) {
            notices.addAll(withoutTrainer(me));
        }
        return notices;
    }

    private List<HomeNotice> offeredTo(StaffMember me) {
        var open = offers.openTo(me.id(), clock.instant());
        var until = new HashMap<Long, Instant>();
        open.stream()
                .limit(OFFERS_AT_MOST)
                .forEach(offer -> until.put(offer.bookingId(), Objects.requireNonNull(offer.expiresAt())));
        var notices = new ArrayList<>(each(
                bookings.withIds(List.copyOf(until.keySet())),
                (each, row) ->
                        "Can you come? Answer by " + London.inWords(Objects.requireNonNull(until.get(each.id()))) + ".",
                "Offered to you"));
        int more = open.size() - OFFERS_AT_MOST;
        if (more > 0) {
            notices.add(new HomeNotice(
                    more
                            + TextFormat.word(
                                    more, " more session is offered to you", " more sessions are offered to you"),
                    "The page of bookings lists all of them.",
                    "Offered to you",
                    "/bookings"));
        }
        return notices;
    }

    /**
     * Accepted bookings of this school that are not confirmed because its safeguarding lead does not know of them yet.
     */
    private List<HomeNotice> atSchool(StaffMember me, long school) {
        var untold = bookings.awaitingLeadAt(school);
        if (untold.isEmpty()) {
            return List.of();
        }
        var leads = staffing.leadsOf(school);
        if (leads.named().stream().anyMatch(each -> each.staffId() == me.id())) {
            return each(untold, "Do you know of this session?", "To be confirmed");
        }
        return each(
                untold.stream().filter(each -> each.inCharge() == me.id()).toList(),
                "Does your " + leads.title() + " know?",
                "To be confirmed");
    }

    private String withoutTrainer(Booking booking, BookingPages.BookingRow row) {
        return booking.noTrainer()
                .map(why -> why.words(booking.asked(), row.band()) + ". " + why.advice(booking.asked()))
                .orElse("No trainer has been found yet: change what is asked for?");
    }

    private List<HomeNotice> withoutTrainer(StaffMember me) {
        long count = bookings.countWithoutTrainer(me.scope());
        return count == 0
                ? List.of()
                : List.of(new HomeNotice(
                        count + TextFormat.word(count, " request has no trainer", " requests have no trainer"),
                        "The page of each says why. Look again, or decline.",
                        "Waits for you",
                        "/bookings"));
    }

    private List<HomeNotice> each(List<Booking> found, String words, String tag) {
        return each(found, (each, row) -> words, tag);
    }

    private List<HomeNotice> each(
            List<Booking> found, BiFunction<Booking, BookingPages.BookingRow, String> words, String tag) {
        var shown = rows.of(found);
        var notices = new ArrayList<HomeNotice>();
        for (int i = 0; i < shown.size(); i++) {
            var row = shown.get(i);
            notices.add(new HomeNotice(
                    words.apply(found.get(i), row) + " " + row.forWhom() + ", " + row.when(),
                    row.title() + " at " + row.where(),
                    tag,
                    "/bookings/" + row.id()));
        }
        return notices;
    }
}
