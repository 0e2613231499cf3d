package uk.thinkuknow.bookings.booking;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.bookings.request.Wish;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * The school's and the programme's door to bookings. Every act locks its booking first, so that of two people who act at
 * once the second acts on what the first has left; an act that has been done already is done.
 */
@Singleton
public class BookingService {
    private static final int WHY_AT_MOST = 400;

    private final Bookings bookings;
    private final WhoseBooking whose;
    private final RequestRules rules;
    private final Offering offering;
    private final StaffingService staffing;
    private final BookingNews news;
    private final Clock clock;

    BookingService(
            Bookings bookings,
            WhoseBooking whose,
            RequestRules rules,
            Offering offering,
            StaffingService staffing,
            BookingNews news,
            Clock clock) {
        this.bookings = bookings;
        this.whose = whose;
        this.rules = rules;
        this.offering = offering;
        this.staffing = staffing;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Asks for a session; asked twice with one key, it is asked for once. What a school teaches itself is booked at once
     * on its first date; for the rest trainers are asked.
     *
     * @throws BookingRefused with the reason
     */
    @Transactional
    public PublicId request(StaffMember by, String key, Wish wish) {
        var again = bookings.requestedWith(by.school(), key);
        if (again.isPresent()) {
            return again.get().publicId();
        }
        rules.check(by.school(), wish);
        var booking = new Booking(PublicId.draw(), key, by, wish, clock.instant());
        bookings.persistAndFlush(booking);
        news.tell(booking, booking.state(), BookingChanged.What.REQUESTED, by.name(), "");
        if (staffing.leadsOf(by.school()).named().stream().anyMatch(each -> each.staffId() == by.id())) {
            booking.tellDsl(new DslTold(by.id(), by.name(), clock.instant(), "asked for it"));
        }
        offering.begin(booking, by.name());
        return booking.publicId();
    }

    /**
     * Changes what was asked for, and asks the trainers anew.
     *
     * @param version the one she had before her; if it is not the newest, somebody else has changed the booking meanwhile
     * @throws ChangedMeanwhile naming who changed what
     */
    @Transactional
    void change(StaffMember by, PublicId id, int version, Wish wish) {
        var booking = whose.own(by, id);
        whose.requireNewest(booking, version);
        rules.check(booking.schoolId(), wish);
        var before = booking.state();
        var wasOffered = before == BookingState.OFFERED;
        booking.change(wish);
        if (wasOffered) {
            offering.closeAll(booking, "the school asks for something else");
            booking.backToRequested();
        }
        news.note(booking, before, "changed the request", by.name(), "");
        offering.begin(booking, by.name());
    }

    /**
     * Notes that the safeguarding lead knows. She says so herself, or a member of staff says that she has told her.
     *
     * @param staffId the lead or the deputy
     * @throws BookingRefused if the school has not named her
     */
    @Transactional
    public void tellDsl(StaffMember by, PublicId id, long staffId) {
        var booking = whose.own(by, id);
        var leads = staffing.leadsOf(booking.schoolId());
        var told = leads.named().stream()
                .filter(each -> each.staffId() == staffId)
                .findFirst()
                .orElseThrow(() -> new BookingRefused("Your school has not named this person as its "
                        + leads.title()
                        + " or deputy. Name them on the page of your school’s people first."));
        if (booking.dslTold().isPresent()) {
            return;
        }
        var how = staffId == by.id() ? "confirmed it" : "told by " + by.name();
        var before = booking.state();
        booking.tellDsl(new DslTold(staffId, told.name(), clock.instant(), how));
        if (booking.state() == BookingState.CONFIRMED) {
            news.tell(booking, before, BookingChanged.What.CONFIRMED, by.name(), told.name() + " " + how);
        } else {
            news.note(booking, before, "told the safeguarding lead", by.name(), told.name() + " " + how);
        }
    }

    /** Puts another member of the school's staff in charge for the day. */
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
        news.tell(booking, booking.state(), BookingChanged.What.HANDED_OVER, by.name(), "to " + colleague.name());
    }

    /** Calls a booking off: by the school or by the programme, with the reason. A second time it stays as it is. */
    @Transactional
    public void cancel(StaffMember by, PublicId id, String why) {
        close(by, whose.ownOrOfProgramme(by, id), BookingState.CANCELLED, BookingChanged.What.CANCELLED, why);
    }

    /** The programme says that nobody can come. */
    @Transactional
    void decline(StaffMember by, PublicId id, String why) {
        var booking = whose.ofProgramme(by, id);
        close(by, booking, BookingState.DECLINED, BookingChanged.What.DECLINED, why);
    }

    /** The day came, and nobody did: the school says so, or the trainer. */
    @Transactional
    void nobodyCame(StaffMember by, PublicId id, String why) {
        var booking = whose.ownOrHers(by, id);
        if (booking.state() == BookingState.CONFIRMED
                && booking.startsAt().filter(clock.instant()::isBefore).isPresent()) {
            throw new BookingRefused("The session has not begun yet. If it will not take place, cancel it.");
        }
        close(by, booking, BookingState.NOBODY_CAME, BookingChanged.What.NOBODY_CAME, why);
    }

    /** Asks the trainers again, for a request that nobody could take. */
    @Transactional
    void offerAgain(StaffMember by, PublicId id) {
        var booking = whose.ofProgramme(by, id);
        if (booking.state() == BookingState.REQUESTED) {
            offering.offer(booking, List.of());
        }
    }

    private void close(StaffMember by, Booking booking, BookingState end, BookingChanged.What what, String why) {
        if (booking.state() == end) {
            return;
        }
        if (why.isBlank() || why.length() > WHY_AT_MOST) {
            throw new BookingRefused("Say why, in 1 to " + WHY_AT_MOST + " letters: everyone who was coming is told.");
        }
        var before = booking.state();
        offering.end(booking, end.words());
        booking.close(end, new Closed(by.name(), side(by, booking), why.strip(), clock.instant()));
        news.tell(booking, before, what, by.name(), why.strip());
    }

    private static String side(StaffMember by, Booking booking) {
        if (Objects.equals(by.schoolId(), booking.schoolId())) {
            return "school";
        }
        return Objects.equals(by.id(), booking.trainerId()) ? "trainer" : "programme";
    }

    /**
     * What is arranged, for those who come: the school, and the trainer once she has said yes.
     *
     * @throws NotFound for anybody else's
     * @throws BookingRefused while no date is agreed, or once it is off
     */
    @Transactional
    public Arrangements arrangements(StaffMember by, PublicId id) {
        var booking = whose.ownOrHers(by, id);
        if (booking.startsAt().isEmpty() || booking.closed().isPresent()) {
            throw new BookingRefused("This booking is “" + booking.state().words()
                    + "”. There is something to print once a date is agreed, and until it is called off.");
        }
        return news.arrangements(booking, staffing.leadsOf(booking.schoolId()).title());
    }

    /** What a school has asked for, and the version that it has. */
    record Request(Wish wish, int version) {}

    /** @throws NotFound for another school's */
    @Transactional
    Request requested(StaffMember by, PublicId id) {
        return bookings.called(id)
                .filter(each -> each.schoolId() == by.school())
                .map(each -> new Request(each.wish(), each.version()))
                .orElseThrow(NotFound::new);
    }

    /** Is nobody asked for it any more? */
    @Transactional
    boolean isUnfilled(PublicId id) {
        return bookings.called(id).flatMap(Booking::noTrainer).isPresent();
    }

    /** Runs out what nobody answered in time. */
    @Transactional
    void expireOffers(long bookingId) {
        bookings.locked(bookingId).ifPresent(offering::expire);
    }
}
