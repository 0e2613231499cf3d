package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.bookings.request.SessionRequest;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Carries out what schools and managers do with bookings: request, change, hand over, cancel, decline. An act on an
 * existing booking first locks its row, so that concurrent acts run one after the other.
 */
@Singleton
public class BookingService {
    private static final int WHY_AT_MOST = 400;

    private final Bookings bookings;
    private final BookingAccess whose;
    private final RequestRules rules;
    private final OfferRounds offerRounds;
    private final StaffingService staffing;
    private final BookingAnnouncer news;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            BookingAccess whose,
            RequestRules rules,
            OfferRounds offerRounds,
            StaffingService staffing,
            BookingAnnouncer news,
            Clock clock) {
        this.bookings = bookings;
        this.whose = whose;
        this.rules = rules;
        this.offerRounds = offerRounds;
        this.staffing = staffing;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Requests a session; a repeated request with the same key returns the first booking. A session that the school
     * delivers itself is accepted at once on its first date; otherwise it is offered to trainers.
     *
     * @throws BookingRefused if the request breaks a rule
     */
    @Transactional
    public PublicId request(StaffMember by, String key, SessionRequest wish) {
        var again = bookings.requestedWith(by.school(), key);
        if (again.isPresent()) {
            return again.get().publicId();
        }
        rules.check(by.school(), wish);
        var booking = new Booking(PublicId.draw(), key, by, wish, clock.instant());
        bookings.persistAndFlush(booking);
        news.tell(booking, booking.state(), BookingChanged.ChangeKind.REQUESTED, by.name(), "");
        if (staffing.leadsOf(by.school()).named().stream().anyMatch(each -> each.staffId() == by.id())) {
            booking.recordLeadInformed(
                    new LeadInformed(by.id(), by.name(), clock.instant(), Words.of("booking.leadAsked")));
        }
        offerRounds.begin(booking, by.name());
        return booking.publicId();
    }

    /**
     * Changes the request and starts a new round of offers.
     *
     * @param version the version that the user's form was made from
     * @throws BookingChangedMeanwhile if the booking has a newer version; names who changed what
     */
    @Transactional
    void change(StaffMember by, PublicId id, int version, SessionRequest wish) {
        var booking = whose.own(by, id);
        whose.requireNewest(booking, version);
        rules.check(booking.schoolId(), wish);
        var before = booking.state();
        var wasOffered = before == BookingState.OFFERED;
        booking.change(wish);
        if (wasOffered) {
            offerRounds.closeAll(booking, Words.of("booking.schoolChanged"));
            booking.backToRequested();
        }
        news.note(booking, before, Words.of("booking.didChange"), by.name(), "");
        offerRounds.begin(booking, by.name());
    }

    /**
     * Records that the safeguarding lead knows of the booking: the lead confirms it, or a colleague has told the lead.
     *
     * @param staffId the lead or the deputy
     * @throws BookingRefused if the school has not named this person
     */
    @Transactional
    public void recordLeadInformed(StaffMember by, PublicId id, long staffId) {
        var booking = whose.own(by, id);
        var leads = staffing.leadsOf(booking.schoolId());
        var told = leads.named().stream()
                .filter(each -> each.staffId() == staffId)
                .findFirst()
                .orElseThrow(() -> new BookingRefused("booking.notNamed", leads.title()));
        if (booking.dslTold().isPresent()) {
            return;
        }
        var how = staffId == by.id() ? Words.of("booking.leadConfirmed") : Words.of("booking.leadTold", by.name());
        var detail = Words.of("booking.leadKnows", told.name(), how);
        var before = booking.state();
        booking.recordLeadInformed(new LeadInformed(staffId, told.name(), clock.instant(), how));
        if (booking.state() == BookingState.CONFIRMED) {
            news.tell(booking, before, BookingChanged.ChangeKind.CONFIRMED, by.name(), detail);
        } else {
            news.note(booking, before, Words.of("booking.didTellLead"), by.name(), detail);
        }
    }

    /** Puts another member of the school's staff in charge on the day. */
    @Transactional
    void handTo(StaffMember by, PublicId id, long staffId) {
        var booking = whose.own(by, id);
        if (booking.inCharge() == staffId) {
            return;
        }
        var colleague = staffing.staffOf(booking.schoolId()).stream()
                .filter(each -> each.staffId() == staffId)
                .findFirst()
                .orElseThrow(NotFound::new);
        booking.handTo(staffId);
        news.tell(
                booking,
                booking.state(),
                BookingChanged.ChangeKind.HANDED_OVER,
                by.name(),
                Words.of("booking.toNames", colleague.name()));
    }

    /**
     * Replaces the withdrawn lesson of a coming session, for its school or trainer.
     *
     * @throws BookingRefused if the lesson is not withdrawn, or the other cannot take its place
     */
    @Transactional
    void chooseLesson(StaffMember by, PublicId id, String moduleKey) {
        var booking = whose.ownOrOfTrainer(by, id);
        if (booking.asked().moduleKey().equals(moduleKey)) {
            return;
        }
        rules.checkInstead(booking.schoolId(), booking.asked(), moduleKey);
        booking.teach(moduleKey);
        news.tell(booking, booking.state(), BookingChanged.ChangeKind.LESSON_CHANGED, by.name(), "");
    }

    /** Cancels a booking for the school or the programme, with a reason; no change if it is cancelled already. */
    @Transactional
    public void cancel(StaffMember by, PublicId id, String why) {
        close(by, whose.ownOrOfProgramme(by, id), BookingState.CANCELLED, BookingChanged.ChangeKind.CANCELLED, why);
    }

    /** Declines a request for the programme, with a reason. */
    @Transactional
    void decline(StaffMember by, PublicId id, String why) {
        var booking = whose.ofProgramme(by, id);
        close(by, booking, BookingState.DECLINED, BookingChanged.ChangeKind.DECLINED, why);
    }

    /** Records that nobody came to a session whose time has come, for its school or trainer. */
    @Transactional
    void nobodyCame(StaffMember by, PublicId id, String why) {
        var booking = whose.ownOrOfTrainer(by, id);
        if (booking.state() == BookingState.CONFIRMED
                && booking.startsAt().filter(clock.instant()::isBefore).isPresent()) {
            throw new BookingRefused("booking.notBegun");
        }
        close(by, booking, BookingState.NOBODY_CAME, BookingChanged.ChangeKind.NOBODY_CAME, why);
    }

    /** Starts a new round of offers for a request without a trainer; does nothing in another state. */
    @Transactional
    void offerAgain(StaffMember by, PublicId id) {
        var booking = whose.ofProgramme(by, id);
        if (booking.state() == BookingState.REQUESTED) {
            offerRounds.offer(booking, List.of());
        }
    }

    private void close(StaffMember by, Booking booking, BookingState end, BookingChanged.ChangeKind what, String why) {
        if (booking.state() == end) {
            return;
        }
        if (why.isBlank() || why.length() > WHY_AT_MOST) {
            throw new BookingRefused("booking.sayWhy", WHY_AT_MOST);
        }
        var before = booking.state();
        offerRounds.end(booking, end.words());
        booking.close(end, new BookingClosure(by.name(), side(by, booking), why.strip(), clock.instant()));
        news.tell(booking, before, what, by.name(), why.strip());
    }

    private static String side(StaffMember by, Booking booking) {
        if (Objects.equals(by.schoolId(), booking.schoolId())) {
            return "school";
        }
        return Objects.equals(by.id(), booking.trainerId()) ? "trainer" : "programme";
    }

    /**
     * The facts that the printed pack shows, for the school and for the trainer who has accepted.
     *
     * @throws NotFound for another school's or trainer's booking
     * @throws BookingRefused before a date is agreed, and after the booking is closed
     */
    @Transactional
    public BookingArrangements arrangements(StaffMember by, PublicId id) {
        var booking = whose.ownOrOfTrainer(by, id);
        if (booking.startsAt().isEmpty() || booking.closed().isPresent()) {
            throw new BookingRefused("booking.nothingToPrint", booking.state().words());
        }
        return news.arrangements(booking, staffing.leadsOf(booking.schoolId()).title());
    }

    /** A school's request and the version of its booking. */
    record StoredRequest(SessionRequest wish, int version) {}

    /** @throws NotFound for another school's booking */
    @Transactional
    StoredRequest requested(StaffMember by, PublicId id) {
        return bookings.byPublicId(id)
                .filter(each -> each.schoolId() == by.school())
                .map(each -> new StoredRequest(each.wish(), each.version()))
                .orElseThrow(NotFound::new);
    }

    /** Returns whether the last round of offers of this booking ended without a trainer. */
    @Transactional
    boolean isUnfilled(PublicId id) {
        return bookings.byPublicId(id).flatMap(Booking::noTrainer).isPresent();
    }

    /** Expires the offers of this booking that nobody answered in time, and offers it to the next trainers. */
    @Transactional
    void expireOffers(long bookingId) {
        bookings.locked(bookingId).ifPresent(offerRounds::expire);
    }
}
