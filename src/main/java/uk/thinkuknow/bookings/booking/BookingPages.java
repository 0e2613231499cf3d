package uk.thinkuknow.bookings.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.bookings.request.RequestForm;
import uk.thinkuknow.bookings.request.RequestProblems;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.web.PageLinks;

/** Builds the list of bookings for a school, a trainer or the programme, and declares the page of one booking. */
@Singleton
class BookingPages {
    private static final int ON_A_PAGE = 20;
    private static final int COMING_AT_MOST = 60;

    private final Bookings bookings;
    private final Offers offers;
    private final BookingRowQuery rows;
    private final Clock clock;

    BookingPages(Bookings bookings, Offers offers, BookingRowQuery rows, Clock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The page that lists the bookings of a school, a trainer or the programme.
     *
     * @param kind school, trainer or programme
     * @param first bookings shown first: a trainer's offers to answer, or a school's open bookings
     */
    @CheckedTemplate(basePath = "bookings/booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookingsPage(String kind, List<BookingRow> first, List<BookingRow> rows, int pages, PageLinks links)
            implements TemplateInstance {}

    /** What a list shows of one booking: lesson, age band, classes, time, school and state. */
    record BookingRow(
            String id, String title, String band, String forWhom, String when, String where, BookingState state) {}

    /** The page of one booking; after a refused act, with the reason and the submitted fields. */
    @CheckedTemplate(basePath = "bookings/booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BookingPage(
            BookingView booking,
            RequestForm typed,
            RequestProblems problems,
            @Nullable String clash) implements TemplateInstance {}

    @Transactional
    BookingsPage list(StaffMember me, int page) {
        if (me.is(Role.TRAINER)) {
            return ofTrainer(me);
        }
        return me.is(Role.MANAGER) ? ofProgramme(me, page) : ofSchool(me.school(), page);
    }

    private BookingsPage ofSchool(long schoolId, int page) {
        int pages = pages(bookings.count("schoolId", schoolId));
        return new BookingsPage(
                "school",
                page == 1 ? rows(bookings.openAt(schoolId, ON_A_PAGE)) : List.of(),
                rows(bookings.ofSchool(schoolId, page - 1, ON_A_PAGE)),
                pages,
                PageLinks.of("/bookings?", page, page < pages));
    }

    private BookingsPage ofTrainer(StaffMember me) {
        var offered = bookings.withIds(offers.openTo(me.id(), clock.instant()).stream()
                .map(Offer::bookingId)
                .toList());
        return new BookingsPage(
                "trainer",
                rows(offered),
                rows(bookings.ofTrainer(me.id(), London.today(clock).minusDays(30), COMING_AT_MOST)),
                1,
                PageLinks.of("", 1, false));
    }

    private BookingsPage ofProgramme(StaffMember me, int page) {
        var found = bookings.withoutTrainer(me.scope(), page - 1, ON_A_PAGE + 1);
        boolean more = found.size() > ON_A_PAGE;
        return new BookingsPage(
                "programme",
                List.of(),
                rows(found.stream().limit(ON_A_PAGE).toList()),
                more ? page + 1 : page,
                PageLinks.of("/bookings?", page, more));
    }

    private static int pages(long rows) {
        return (int) Math.max(1, (rows + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    private List<BookingRow> rows(List<Booking> found) {
        return rows.of(found);
    }
}
