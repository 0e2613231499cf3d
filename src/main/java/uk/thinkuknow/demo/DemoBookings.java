package uk.thinkuknow.demo;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Predicate;
import uk.thinkuknow.bookings.booking.BookingService;
import uk.thinkuknow.bookings.booking.OfferService;
import uk.thinkuknow.bookings.request.BookedClass;
import uk.thinkuknow.bookings.request.DeliveryKind;
import uk.thinkuknow.bookings.request.PublicHolidays;
import uk.thinkuknow.bookings.request.RequestDetails;
import uk.thinkuknow.bookings.request.SessionRequest;
import uk.thinkuknow.classroom.session.Audience;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.demo.DemoPart.Demo;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.SchoolService;

/**
 * Creates bookings for the demo's teacher Tess: a confirmed visit, a visit offered to trainers, a lesson that Tess
 * gives without a trainer, and a cancelled one.
 */
@Singleton
@Priority(80)
class DemoBookings implements DemoPart {
    private static final int MINUTES = 60;
    private static final int WEEKS_AHEAD = 3;

    private final BookingService bookings;
    private final OfferService offers;
    private final DemoLessons lessons;
    private final SchoolService schools;
    private final PeopleService people;

    DemoBookings(
            BookingService bookings,
            OfferService offers,
            DemoLessons lessons,
            SchoolService schools,
            PeopleService people) {
        this.bookings = bookings;
        this.offers = offers;
        this.lessons = lessons;
        this.schools = schools;
        this.people = people;
    }

    @Override
    public void bringIn(Demo demo) {
        var tess = called("tess");
        var days = new Days(demo.today(), lessons.schoolDays(tess));
        if (schools.termOn("england", London.dateOf(days.after(WEEKS_AHEAD, DayOfWeek.FRIDAY)))
                .isEmpty()) {
            return; // nothing can be booked after the terms on record
        }
        var dee = called("dee");
        var confirmed = ask(tess, "demo-confirmed", DeliveryKind.VISIT, "4A Elm", days.after(1, DayOfWeek.WEDNESDAY));
        offers.accept(called("tariq"), confirmed, 1, "");
        bookings.recordLeadInformed(dee, confirmed, dee.id());
        ask(tess, "demo-open", DeliveryKind.VISIT, "6A Maple", days.after(WEEKS_AHEAD, DayOfWeek.THURSDAY));
        ask(tess, "demo-own", DeliveryKind.SELF, "4A Elm", days.after(2, DayOfWeek.MONDAY));
        var off = ask(tess, "demo-off", DeliveryKind.REMOTE, "6A Maple", days.after(2, DayOfWeek.FRIDAY));
        bookings.cancel(tess, off, Words.of("demo.cancelled"));
    }

    private uk.thinkuknow.common.PublicId ask(
            StaffMember by, String key, DeliveryKind delivery, String className, Instant when) {
        var schoolClass = schools.classesNow(by.school()).stream()
                .filter(each -> each.name().equals(className))
                .findFirst()
                .orElseThrow(NotFound::new);
        var asked = new RequestDetails(
                lessonFor(schoolClass),
                Audience.LESSON,
                delivery,
                "en",
                null,
                MINUTES,
                true,
                Words.of("demo.room"),
                "",
                "");
        return bookings.request(
                by, key, new SessionRequest(asked, List.of(when), List.of(new BookedClass(schoolClass.id(), null))));
    }

    private String lessonFor(ClassFacts schoolClass) {
        return lessons.moduleFor(schoolClass.band()).orElseThrow(NotFound::new).key();
    }

    private StaffMember called(String username) {
        return people.byUsername(username).orElseThrow(NotFound::new);
    }

    /** The days of the bookings. */
    record Days(LocalDate today, Predicate<LocalDate> schoolDay) {

        /** Ten in the morning of a weekday some weeks ahead; a week later for each time that there is no school. */
        Instant after(int weeks, DayOfWeek weekday) {
            var day = today.plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(weekday));
            while (PublicHolidays.include(day) || !schoolDay.test(day)) {
                day = day.plusWeeks(1);
            }
            return London.at(day.atTime(10, 0));
        }
    }
}
