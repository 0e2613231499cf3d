package uk.thinkuknow.bookings.booking;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.schools.imports.ImportUndoCheck;
import uk.thinkuknow.schools.imports.SchoolsSucceeded;
import uk.thinkuknow.schools.imports.SuccessionUndone;
import uk.thinkuknow.schools.members.LeadEnded;
import uk.thinkuknow.schools.members.MembershipEnded;
import uk.thinkuknow.schools.members.StaffingService;

/**
 * Moves the bookings of a closed school to the school that takes over its classes, and back if the succession is undone,
 * and gives the bookings of somebody who leaves a school to an administrator of it. Asks the next safeguarding lead about
 * those that only the former one knows. Counts the bookings requested since an import, for the check whether the import
 * can be undone.
 */
@Singleton
class BookingSuccessionListener implements ImportUndoCheck, SchoolsSucceeded.RemainingRows {
    private final Session database;
    private final Bookings bookings;
    private final BookingAnnouncer news;
    private final StaffingService staffing;
    private final Clock clock;

    BookingSuccessionListener(
            Session database, Bookings bookings, BookingAnnouncer news, StaffingService staffing, Clock clock) {
        this.database = database;
        this.bookings = bookings;
        this.news = news;
        this.staffing = staffing;
        this.clock = clock;
    }

    void hear(@Observes MembershipEnded left) {
        var colleague = staffing.administratorsOf(left.schoolId()).stream()
                .filter(id -> id != left.staffId())
                .findFirst();
        colleague.ifPresent(id -> openWith(left.staffId(), left.schoolId())
                .filter(booking -> booking.inCharge() == left.staffId())
                .forEach(booking -> {
                    booking.handTo(id);
                    news.tell(
                            booking,
                            booking.state(),
                            BookingChanged.ChangeKind.HANDED_OVER,
                            left.by(),
                            Words.of("booking.toNames", news.nameOf(id)));
                }));
    }

    void hear(@Observes LeadEnded ended) {
        openWith(ended.staffId(), ended.schoolId())
                .filter(booking -> booking.dslTold()
                        .filter(told -> Long.valueOf(ended.staffId()).equals(told.staffId()))
                        .isPresent())
                .forEach(booking -> {
                    var before = booking.state();
                    booking.forgetLead();
                    var why = Words.of("booking.leadsNoMore", news.nameOf(ended.staffId()));
                    if (booking.state() == BookingState.ACCEPTED) {
                        news.tell(booking, before, BookingChanged.ChangeKind.LEAD_LEFT, ended.by(), why);
                    } else {
                        news.note(booking, before, BookingChanged.ChangeKind.LEAD_LEFT.inWords(), ended.by(), why);
                    }
                });
    }

    private Stream<Booking> openWith(long staffId, long schoolId) {
        return bookings.openWith(staffId, schoolId, clock.instant()).stream()
                .flatMap(id -> bookings.locked(id).stream());
    }

    void hear(@Observes SchoolsSucceeded succeeded) {
        succeeded.move("booking", atClosedSchools(), this::put);
    }

    @Override
    public List<Object[]> atClosedSchools() {
        return database.createNativeQuery("""
                        select x.id, x.school_id from booking x
                        join school_v s on s.id = x.school_id and s.status = 'closed'""", Object[].class).getResultList();
    }

    void hear(@Observes SuccessionUndone undone) {
        undone.moveBack("booking", this::put);
    }

    @Override
    public AddedRows since(long importId, Instant takenIn) {
        return new AddedRows(
                "booking",
                "bookings",
                database.createNativeQuery(
                                "select count(*) from booking b where b.requested_at > ?2 and b.school_id in "
                                        + SCHOOLS,
                                Long.class)
                        .setParameter(1, importId)
                        .setParameter(2, takenIn)
                        .getSingleResult());
    }

    /** The key of the page that asked for it is over; another booking of the school may have the same. */
    private void put(long id, long school) {
        database.createNativeMutationQuery(
                        "update booking set school_id = ?2, request_key = uuid(), version = version + 1 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, school)
                .executeUpdate();
    }
}
