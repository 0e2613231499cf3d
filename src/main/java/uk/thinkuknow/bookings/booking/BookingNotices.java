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
import uk.thinkuknow.bookings.request.LessonsAtSchool;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.Words;
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
    private final LessonsAtSchool lessons;
    private final Clock clock;

    BookingNotices(
            Bookings bookings,
            Offers offers,
            BookingRowQuery rows,
            StaffingService staffing,
            LessonsAtSchool lessons,
            Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.rows = rows;
        this.staffing = staffing;
        this.lessons = lessons;
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
            notices.addAll(
                    each(lessonWithdrawn(me), Words.of("booking.chooseAnother"), Words.of("booking.lessonWithdrawn")));
            notices.addAll(each(
                    bookings.pastUnreported(me.id(), clock.instant()),
                    Words.of("booking.didItTakePlace"),
                    Words.of("booking.goneBy")));
        }
        if (me.is(Role.TEACHER)) {
            notices.addAll(each(
                    bookings.withoutTrainerOf(me.id(), OFFERS_AT_MOST),
                    this::withoutTrainer,
                    Words.of("booking.noTrainerYet")));
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
                        Words.of("booking.canYouComeBy", London.inWords(Objects.requireNonNull(until.get(each.id())))),
                Words.of("booking.offeredToYou")));
        int more = open.size() - OFFERS_AT_MOST;
        if (more > 0) {
            notices.add(new HomeNotice(
                    Words.of("booking.moreOffered", more),
                    Words.of("booking.allListed"),
                    Words.of("booking.offeredToYou"),
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
            return each(untold, Words.of("booking.doYouKnow"), Words.of("booking.toBeConfirmed"));
        }
        return each(
                untold.stream().filter(each -> each.inCharge() == me.id()).toList(),
                Words.of("booking.doesLeadKnow", leads.title()),
                Words.of("booking.toBeConfirmed"));
    }

    private List<Booking> lessonWithdrawn(StaffMember me) {
        var withdrawn = lessons.withdrawnAnywhere();
        return withdrawn.isEmpty()
                ? List.of()
                : bookings.comingWith(withdrawn, me.id(), clock.instant()).stream()
                        .filter(each -> lessons.isWithdrawn(
                                each.schoolId(), each.asked().moduleKey()))
                        .limit(OFFERS_AT_MOST)
                        .toList();
    }

    private String withoutTrainer(Booking booking, BookingPages.BookingRow row) {
        return booking.noTrainer()
                .map(why -> Words.of(
                        "booking.noTrainerBecause",
                        why.words(booking.asked(), row.band()),
                        why.advice(booking.asked())))
                .orElseGet(() -> Words.of("booking.noTrainerFoundYet"));
    }

    private List<HomeNotice> withoutTrainer(StaffMember me) {
        long count = bookings.countWithoutTrainer(me.scope());
        return count == 0
                ? List.of()
                : List.of(new HomeNotice(
                        Words.of("booking.requestsWithoutTrainer", count),
                        Words.of("booking.lookOrDecline"),
                        Words.of("booking.waitsForYou"),
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
                    Words.of("booking.notice", words.apply(found.get(i), row), row.forWhom(), row.when()),
                    Words.of("booking.lessonAt", row.title(), row.where()),
                    tag,
                    "/bookings/" + row.id()));
        }
        return notices;
    }
}
