package uk.thinkuknow.bookings.calendar;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.common.London;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the calendar pages of schools, trainers and managers. */
@QuarkusTest
class CalendarResourceTest {
    @Inject
    GivenVisit visits;

    @Inject
    PeopleService people;

    @Test
    void schoolAndTrainerSeeASessionInEveryView() {
        var all = visits.everyone();
        var when = visits.weekday(3, 10);
        var id = visits.confirmed(all, when);
        for (var who : new StaffBrowser[] {
            StaffBrowser.as(all.teacher().username() + " teacher"),
            StaffBrowser.as(all.lead().username() + " dsl"),
            StaffBrowser.as(all.trainer().username() + " trainer")
        }) {
            for (var view : new String[] {"month", "week", "list", "day"}) {
                var page = who.get("/calendar?view=" + view + "&on=" + London.dateOf(when))
                        .asString();
                assertTrue(page.contains("/bookings/" + id), view);
                assertTrue(page.contains("10:00"), view);
            }
            assertFalse(who.get("/calendar?view=list&on=" + month(when).plusMonths(3))
                    .asString()
                    .contains("/bookings/" + id));
        }
    }

    @Test
    void aSessionIsNotShownToAnotherSchoolOrAnotherTrainer() {
        var all = visits.everyone();
        var when = visits.weekday(3, 10);
        var id = visits.confirmed(all, when);
        var others = visits.everyone();
        var page = "/calendar?view=list&on=" + month(when);
        for (var who : new String[] {
            others.teacher().username() + " teacher", others.trainer().username() + " trainer"
        }) {
            var seen = StaffBrowser.as(who).get(page).asString();
            assertFalse(seen.contains("/bookings/" + id), who);
        }
        assertEquals(
                404, StaffBrowser.as("nobody-of-any-school teacher").get(page).statusCode());
    }

    @Test
    void aCancelledSessionIsNotShown() {
        var all = visits.everyone();
        var when = visits.weekday(3, 10);
        var id = visits.confirmed(all, when);
        visits.cancel(all, id);
        var seen = StaffBrowser.as(all.teacher().username() + " teacher")
                .get("/calendar?view=list&on=" + month(when))
                .asString();
        assertFalse(seen.contains("/bookings/" + id));
        assertTrue(seen.contains("No session is booked in this time"));
    }

    @Test
    void aManagerSeesCountsInTheMonthAndTheSessionsOfTheirRegionInTheOtherViews() {
        var all = visits.everyone();
        var when = visits.weekday(3, 10);
        var id = visits.accepted(all, when);
        var manager = "m" + all.teacher().username();
        people.join(manager, "Mina", null, all.school().school().regionKey());
        var mina = StaffBrowser.as(manager + " manager");
        var day = London.dateOf(when);
        var month = mina.get("/calendar?view=month&on=" + day).asString();
        assertTrue(month.contains("1 session, 1 not confirmed"), month);
        assertTrue(month.contains("view=day&amp;on=" + day), month);
        assertFalse(month.contains("/bookings/" + id));
        for (var view : new String[] {"week", "list", "day"}) {
            assertTrue(
                    mina.get("/calendar?view=" + view + "&on=" + day).asString().contains("/bookings/" + id), view);
        }
        people.join(
                "x" + manager, "Mo", null, visits.everyone().school().school().regionKey());
        assertFalse(StaffBrowser.as("x" + manager + " manager")
                .get("/calendar?view=day&on=" + day)
                .asString()
                .contains("/bookings/" + id));
    }

    @Test
    void anInvalidOrTooDistantDateShowsToday() {
        var teacher = StaffBrowser.as(visits.everyone().teacher().username() + " teacher");
        for (var on : new String[] {"banana", "2026-13", "9999-12-31", "-1", "2026-11-31"}) {
            assertTrue(
                    teacher.get("/calendar?view=nonsense&on=" + on).asString().contains("Today</b>"), on);
        }
    }

    private static YearMonth month(Instant when) {
        return YearMonth.from(London.dateOf(when));
    }
}
