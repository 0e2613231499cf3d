package uk.thinkuknow.bookings.calendar;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.LogCapture;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.common.SecurityLog;
import uk.thinkuknow.common.SecurityLogMinute;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.MembershipEnded;
import uk.thinkuknow.schools.members.RightsEnded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the private address at which a calendar program reads a person's sessions without signing in. */
@QuarkusTest
class CalendarFeedTest {
    private static final Pattern ADDRESS = Pattern.compile("(/calendar/feeds/[A-Za-z0-9_-]{43}\\.ics)\"[^>]* readonly");

    @Inject
    SecurityLog security;

    @Inject
    GivenVisit visits;

    @Inject
    PeopleService people;

    @Inject
    Event<MembershipEnded> left;

    @Inject
    Event<RightsEnded> lost;

    @Test
    void everyoneTakingPartHasTheSessionInTheirFeedUntilItIsCancelled() throws Exception {
        var all = visits.everyone();
        var when = visits.weekday(3, 10);
        var id = visits.confirmed(all, when);
        var trainers = made(all.trainer(), "trainer");
        for (var address : java.util.List.of(made(all.teacher(), "teacher"), trainers, made(all.lead(), "dsl"))) {
            var events =
                    new CalendarBuilder().build(new StringReader(read(address))).<VEvent>getComponents("VEVENT");
            assertEquals(1, events.size());
            var event = events.getFirst();
            assertEquals(when, ((ZonedDateTime) event.getDateTimeStart().getDate()).toInstant());
            assertEquals("CONFIRMED", event.getStatus().getValue());
        }
        visits.cancel(all, id);
        assertFalse(read(trainers).contains("BEGIN:VEVENT"));
    }

    /** The audit is kept for good, and its subjects are never changed. */
    @Test
    void theAuditSaysWhoseAddressItWasByTheNumberOfTheAccount() {
        var all = visits.everyone();
        made(all.teacher(), "teacher");
        var account = people.account(all.teacher().id());
        assertEquals(
                "made a private calendar link",
                people.trailOf("account " + account.publicId()).getFirst().act());
    }

    @Test
    void aSessionHasTheSameUidInTheFeedAndInTheInvitations() {
        var all = visits.everyone();
        var id = visits.confirmed(all, visits.weekday(3, 10));
        var uid = Pattern.compile("UID:\\S+").matcher(read(made(all.teacher(), "teacher")));
        assertTrue(uid.find());
        assertEquals(
                3,
                visits.number("select count(*) from letter where about = 'booking " + id + "' and calendar_body like '%"
                        + uid.group() + "%'"));
    }

    @Test
    void whoHasLeftASchoolHasNoSessionsOfItInAFeedThatTheyMakeLater() throws Exception {
        var all = visits.everyone();
        visits.confirmed(all, visits.weekday(3, 10));
        for (var gone : java.util.List.of(all.teacher(), all.lead())) {
            visits.run("update staff_school set valid_to = current_date where staff_id = " + gone.id());
            assertFalse(read(made(gone, "teacher")).contains("BEGIN:VEVENT"));
        }
        assertTrue(read(made(all.trainer(), "trainer")).contains("BEGIN:VEVENT"));
    }

    @Test
    void anUnconfirmedSessionIsTentative() {
        var all = visits.everyone();
        visits.accepted(all, visits.weekday(3, 10));
        assertTrue(read(made(all.trainer(), "trainer")).contains("STATUS:TENTATIVE"));
    }

    @Test
    void theAddressHasNoSecretAndAsksForThePassword() {
        var all = visits.everyone();
        visits.confirmed(all, visits.weekday(3, 10));
        var secret = made(all.teacher(), "teacher").replaceAll(".*/|\\.ics", "");
        var page = StaffBrowser.as(all.teacher().username() + " teacher")
                .get("/calendar/feed")
                .asString();
        var address = page.replaceAll(
                "(?s).*id=\"address\"[^>]*?value=\"[^\"]*(/calendar/feeds/[a-z0-9]{10}\\.ics)\".*", "$1");
        var password = page.replaceAll("(?s).*id=\"password\"[^>]*?value=\"([A-Za-z0-9_-]{43})\".*", "$1");
        SecurityLogMinute.begin(security);
        var log = new LogCapture();
        log.listen();
        given().get(address)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Basic realm=\"ThinkUKnow Sessions\", charset=\"UTF-8\"");
        given().auth()
                .preemptive()
                .basic("calendar", "x" + password)
                .get(address)
                .then()
                .statusCode(401);
        var other = made(visits.everyone().teacher(), "teacher").replaceAll(".*/|\\.ics", "");
        given().auth().preemptive().basic("calendar", other).get(address).then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("calendar", secret)
                .get(address)
                .then()
                .statusCode(401);
        given().auth()
                .preemptive()
                .basic("calendar", password)
                .get(address)
                .then()
                .statusCode(200)
                .body(containsString("SUMMARY:"))
                .body(not(containsString("ThinkUKnow session\r")))
                .body(containsString("LOCATION:"));
        log.close();
        assertFalse(log.text().contains(password), log.text());
        var feed = address.replaceAll(".*/|\\.ics", "");
        assertEquals(3, log.text().split("password refused: calendar " + feed, -1).length - 1, log.text());
    }

    @Test
    void anAddressWithASecretHasTimesAloneAndALinkThatAsksForASignIn() {
        var all = visits.everyone();
        var id = visits.confirmed(all, visits.weekday(3, 10));
        var text = read(made(all.teacher(), "teacher")).replace("\r\n ", "");
        assertTrue(text.contains("SUMMARY:ThinkUKnow session\r\n"), text);
        assertTrue(text.contains("/bookings/" + id), text);
        for (var hidden : java.util.List.of(all.teacher().name(), all.trainer().name())) {
            assertFalse(text.contains(hidden), text);
        }
        assertEquals(1, text.split("LOCATION:", -1).length + (text.contains("LOCATION:\r\n") ? -1 : 0), text);
    }

    @Test
    void aWrongSecretIsNotFound() {
        given().get("/calendar/feeds/none.ics").then().statusCode(404);
        var address = made(visits.everyone().teacher(), "teacher");
        given().get(address.replace(".ics", "x.ics")).then().statusCode(404);
        given().get(address).then().statusCode(200).contentType("text/calendar;charset=UTF-8");
    }

    @Test
    void theDatabaseHasTheHashOfTheSecret() {
        var address = made(visits.everyone().teacher(), "teacher");
        var secret = address.replaceAll(".*/|\\.ics", "");
        assertEquals(
                1,
                visits.number(
                        "select count(*) from calendar_feed where secret_hash = unhex(sha2('" + secret + "', 256))"));
    }

    @Test
    void aNewAddressReplacesTheOldOneAndAnEndedOneIsNotFound() {
        var teacher = visits.everyone().teacher();
        var first = made(teacher, "teacher");
        var second = made(teacher, "teacher");
        assertNotEquals(first, second);
        given().get(first).then().statusCode(404);
        read(second);
        var staff = StaffBrowser.as(teacher.username() + " teacher");
        staff.post("/calendar/feed", "/calendar/feed/end").then().statusCode(303);
        given().get(second).then().statusCode(404);
        staff.get("/calendar/feed").then().statusCode(200);
    }

    @Test
    void theAddressStopsWorkingWhenItsOwnerLeavesTheSchool() {
        var teacher = visits.everyone().teacher();
        var address = made(teacher, "teacher");
        QuarkusTransaction.requiringNew()
                .run(() -> left.fire(new MembershipEnded(teacher.id(), teacher.school(), "the head")));
        given().get(address).then().statusCode(404);
    }

    @Test
    void theAddressStopsWorkingWhenItsOwnerLosesARoleOfTheProgramme() {
        var teacher = visits.everyone().teacher();
        var address = made(teacher, "teacher");
        QuarkusTransaction.requiringNew()
                .run(() -> lost.fire(new RightsEnded(teacher.id(), teacher.school(), "the head", Set.of())));
        read(address);
        QuarkusTransaction.requiringNew()
                .run(() -> lost.fire(new RightsEnded(teacher.id(), null, "the head", Set.of())));
        given().get(address).then().statusCode(404);
    }

    @Test
    void theAddressOfADisabledAccountIsNotFound() {
        var teacher = visits.everyone().teacher();
        var address = made(teacher, "teacher");
        people.disable(teacher.id(), true);
        given().get(address).then().statusCode(404);
    }

    private static String made(StaffMember who, String role) {
        var staff = StaffBrowser.as(who.username() + " " + role);
        staff.post("/calendar/feed", "/calendar/feed").then().statusCode(303);
        var page = ADDRESS.matcher(staff.get("/calendar/feed").asString());
        assertTrue(page.find());
        return page.group(1);
    }

    private static String read(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }
}
