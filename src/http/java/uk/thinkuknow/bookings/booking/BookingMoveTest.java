package uk.thinkuknow.bookings.booking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.PublicId;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests to which times a booking cannot be moved, and which times need a reason. */
@QuarkusTest
class BookingMoveTest {
    @Inject
    GivenVisit given;

    @Inject
    BookingViewBuilder views;

    @Test
    void aTimeOutsideTheTrainersHoursNeedsAReason() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(20, 10));
        var evening = London.localTimeAt(given.weekday(21, 19));
        move(all, id, evening, "")
                .then()
                .statusCode(409)
                .body(containsString("outside the hours 08:00 to 18:00"))
                .body(containsString("id=\"move-reason\""))
                .body(containsString("value=\"" + evening.toLocalDate() + "\""));
        move(all, id, evening, "we spoke on the phone").then().statusCode(303);
        all.school().asTeacher().get("/bookings/" + id).then().body(containsString("we spoke on the phone"));
        assertEquals(
                London.inWords(given.weekday(21, 19)),
                views.of(all.teacher(), id).head().when());
    }

    @Test
    void aTrainersOwnMoveIsAlsoCheckedAgainstTheirHours() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(28, 10));
        var trainer = StaffBrowser.as(all.trainer().username() + " trainer");
        var evening = London.localTimeAt(given.weekday(29, 19));
        move(trainer, all, id, evening, "")
                .then()
                .statusCode(409)
                .body(containsString("outside the hours 08:00 to 18:00"))
                .body(containsString("id=\"move-reason\""));
        move(trainer, all, id, evening, "I can stay late that day").then().statusCode(303);
    }

    @Test
    void aMoveToADayOnWhichTheTrainerIsAwayNeedsAReason() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(22, 10));
        var day = London.localTimeAt(given.weekday(23, 10));
        given.run("insert into trainer_exception (staff_id, kind, first_day, last_day, said_at, taken_back) values ("
                + all.trainer().id() + ", 'AWAY', '" + day.toLocalDate() + "', '" + day.toLocalDate()
                + "', now(6), false)");
        move(all, id, day, "").then().statusCode(409).body(containsString("As far as we know: away"));
    }

    @Test
    void aMoveThatOverlapsTheBookingsPresentTimeNeedsNoReason() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(24, 10));
        move(all, id, London.localTimeAt(given.weekday(24, 10)).plusMinutes(30), "")
                .then()
                .statusCode(303);
    }

    @Test
    void nightsWeekendsAndPublicHolidaysAreRefusedEvenWithAReason() {
        var all = given.everyone();
        var id = given.accepted(all, given.weekday(25, 10));
        var day = London.localTimeAt(given.weekday(25, 10)).toLocalDate();
        move(all, id, day.atTime(3, 0), "why not")
                .then()
                .statusCode(409)
                .body(containsString("is at night"))
                .body(not(containsString("move-reason")));
        for (int later : List.of(5, 6)) {
            var weekend = day.with(DayOfWeek.MONDAY).plusDays(later).atTime(10, 0);
            move(all, id, weekend, "why not")
                    .then()
                    .statusCode(409)
                    .body(containsString(
                            "<a href=\"#move-date\">" + London.inWords(London.at(weekend)) + " is at a weekend"))
                    .body(containsString("value=\"" + weekend.toLocalDate() + "\""));
        }
        move(all, id, christmas(), "why not").then().statusCode(409).body(containsString("is a public holiday"));
    }

    private LocalDateTime christmas() {
        var today = London.today(given.given.clock);
        var day = today.withMonth(12).withDayOfMonth(25);
        var next = day.isAfter(today) ? day : day.plusYears(1);
        return (next.getDayOfWeek().getValue() > 5 ? next.plusDays(1) : next).atTime(10, 0);
    }

    private io.restassured.response.Response move(
            GivenVisit.Everyone all, PublicId id, LocalDateTime to, String reason) {
        return move(all.school().asTeacher(), all, id, to, reason);
    }

    private io.restassured.response.Response move(
            StaffBrowser who, GivenVisit.Everyone all, PublicId id, LocalDateTime to, String reason) {
        return who.post(
                "/bookings/" + id,
                "/bookings/" + id + "/move",
                "version",
                "" + views.of(all.teacher(), id).version(),
                "date-1",
                to.toLocalDate().toString(),
                "time-1",
                to.toLocalTime().toString(),
                "reason",
                reason);
    }
}
