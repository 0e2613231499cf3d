package uk.thinkuknow.attendance.chasing;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.TestIdentity;
import uk.thinkuknow.classroom.session.SessionFacts;
import uk.thinkuknow.schools.school.GivenSchool;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the list of missing returns and their reminders, sent by the job or by a manager. */
@QuarkusTest
class ReturnReminderSenderTest {
    @Inject
    GivenDeliveredLesson given;

    @Inject
    ReturnReminderSender returnReminderSender;

    @Test
    void afterADayTheSignerIsRemindedOnce() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofHours(25));
        returnReminderSender.run();
        returnReminderSender.run();
        assertEquals(1, letters(session));
    }

    @Test
    void nobodyIsRemindedWithinTheFirstDay() {
        var session = given.ended(reachable(), Duration.ofHours(23));
        returnReminderSender.run();
        assertEquals(0, letters(session));
    }

    @Test
    void afterThreeDaysTheSafeguardingLeadIsRemindedToo() {
        var taught = reachable();
        var lead = "lead-" + taught.teacher();
        given.run("insert into staff (public_id, username, name, email, school_id) values ('L" + taught.teacher()
                + "', '" + lead + "', 'Lead', '" + lead + "@school.example', "
                + taught.school().id() + ")");
        given.run("insert into safeguarding_lead (school_id, part, staff_id, valid_from) select "
                + taught.school().id() + ", 'LEAD', id, current_date from staff where username = '" + lead + "'");
        var session = given.ended(taught, Duration.ofDays(3).plusHours(1));
        returnReminderSender.run();
        assertEquals(2, letters(session));
    }

    @Test
    void aReturnAWeekLateGetsOneReminderNotThree() {
        var session = given.ended(reachable(), Duration.ofDays(8));
        returnReminderSender.run();
        returnReminderSender.run();
        assertEquals(1, letters(session));
    }

    @Test
    void aSignedReturnGetsNoReminder() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofDays(2));
        given.sign(taught, session, List.of(), "", 30);
        returnReminderSender.run();
        assertEquals(0, letters(session));
    }

    @Test
    void concurrentJobsWriteOneReminder() throws Exception {
        var session = given.ended(reachable(), Duration.ofHours(26));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var all = pool.invokeAll(java.util.Collections.nCopies(4, () -> {
                returnReminderSender.sendReminders(session.id(), 1);
                return true;
            }));
            for (var each : all) {
                each.get();
            }
        }
        assertEquals(1, letters(session));
    }

    @Test
    void theManagerSeesMissingReturnsAndTheLastReminder() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofDays(8));
        returnReminderSender.run();
        StaffBrowser.as(manager(taught) + " manager")
                .get("/missing-returns")
                .then()
                .statusCode(200)
                .body(containsString("/reach/sessions/" + session.publicId()))
                .body(containsString("last on "));
    }

    @Test
    void aReturnThatWaitsForASecondPersonIsNotMissingAndTheListSaysHowManyWait() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofDays(2));
        var pages = StaffBrowser.as(manager(taught) + " manager");
        pages.get("/missing-returns")
                .then()
                .body(containsString("1 session has ended without a signed return."))
                .body(containsString("href=\"/returns-to-confirm\">no return waits to be confirmed</a>"));
        given.run("update session set started_at = ended_at - interval 2 minute where id = " + session.id());
        given.sign(taught, session, List.of(), "", 30);
        pages.get("/missing-returns")
                .then()
                .body(containsString("No return is missing"))
                .body(containsString("href=\"/returns-to-confirm\">1 return waits to be confirmed</a>"));
        pages.get("/missing-returns/csv")
                .then()
                .body(not(containsString(session.publicId().value())));
        returnReminderSender.run();
        assertEquals(0, letters(session));
        pages.post("/missing-returns", "/missing-returns/" + session.publicId() + "/remind")
                .then()
                .statusCode(404);
    }

    @Test
    void aManagersReminderIsAuditedAndASecondOnTheSameDayIsRefused() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofHours(2));
        var manager = manager(taught) + " manager";
        var pages = StaffBrowser.as(manager);
        var remind = "/missing-returns/" + session.publicId() + "/remind";
        pages.get("/missing-returns").then().body(containsString(remind));
        var page = pages.open("/missing-returns");
        page.send(manager, remind).then().statusCode(303);
        page.send(manager, remind).then().statusCode(409).body(containsString("went out on"));
        assertEquals(1, letters(session));
        assertEquals(
                1,
                given.number(
                        "select count(*) from audit_entry where act = 'asked for the return' and subject = 'session "
                                + session.publicId() + "' and username like 'm-%'"));
        pages.get("/missing-returns").then().body(not(containsString(remind)));
    }

    @Test
    void aManagerOfAnotherRegionCannotSendAReminder() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofHours(2));
        var other = "o-" + taught.teacher();
        given.run("insert into staff (public_id, username, name, area_kind, area_key) select 'O" + taught.teacher()
                + "', '"
                + other
                + "', 'Other', 'region', r.region_key from region r where r.region_key not in (select t.region_key from authority t join school_area a on a.authority_key = t.authority_key where a.school_id = "
                + taught.school().id() + ") limit 1");
        StaffBrowser.as(other + " manager")
                .post("/targets", "/missing-returns/" + session.publicId() + "/remind")
                .then()
                .statusCode(404);
        assertEquals(0, letters(session));
    }

    @Test
    void allFilteredReturnsAreRemindedOnceAfterAPageThatSaysHowMany() {
        var taught = reachable();
        var first = given.ended(taught, Duration.ofDays(8));
        var second = given.ended(taught, Duration.ofHours(30));
        var manager = manager(taught) + " manager";
        var pages = StaffBrowser.as(manager);
        pages.get("/missing-returns?days=7")
                .then()
                .body(containsString("/reach/sessions/" + first.publicId()))
                .body(not(containsString("/reach/sessions/" + second.publicId())));
        pages.get("/missing-returns/reminders?days=1").then().body(containsString("Send 2 reminders?"));
        assertEquals(0, letters(first) + letters(second));
        var page = pages.open("/missing-returns/reminders?days=1");
        page.send(manager, "/missing-returns/reminders", "words", "", "area", "", "days", "1")
                .then()
                .statusCode(303);
        page.send(manager, "/missing-returns/reminders", "words", "", "area", "", "days", "1")
                .then()
                .statusCode(303);
        assertEquals(1, letters(first));
        assertEquals(1, letters(second));
        pages.get("/missing-returns/reminders?days=1").then().body(containsString("asked for within a day"));
    }

    @Test
    void missingReturnsAreFilteredBySchoolAreaAndAgeAndDownloadedAsCsv() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofDays(8));
        var pages = StaffBrowser.as(manager(taught) + " manager");
        var name = given.text(
                "select name from school where id = " + taught.school().id());
        var area = given.text("select authority_key from school_area where school_id = "
                + taught.school().id());
        for (var query : List.of("?words=" + name.toUpperCase(java.util.Locale.UK), "?area=" + area)) {
            pages.get("/missing-returns" + query).then().body(containsString("/reach/sessions/" + session.publicId()));
        }
        for (var query : List.of("?words=%", "?area=elsewhere", "?days=30")) {
            pages.get("/missing-returns" + query)
                    .then()
                    .body(not(containsString("/reach/sessions/" + session.publicId())))
                    .body(containsString("No missing return is like that"));
        }
        pages.get("/missing-returns/csv?days=7")
                .then()
                .statusCode(200)
                .body(containsString("School,Authority,Lesson,Ended,Days missing"))
                .body(containsString(String.valueOf(session.publicId())));
    }

    @Test
    void theColleagueWhoWasHandedTheRegisterIsReminded() {
        var taught = reachable();
        var session = given.ended(taught, Duration.ofHours(25));
        var colleague = "c-" + taught.teacher();
        given.run("insert into staff (public_id, username, name, email, school_id) values ('C" + taught.teacher()
                + "', '" + colleague + "', 'Colleague', '" + colleague + "@school.example', "
                + taught.school().id() + ")");
        given.run("update session set handed_to = (select id from staff where username = '" + colleague
                + "') where id = " + session.id());
        returnReminderSender.run();
        assertEquals(
                1,
                given.number("select count(*) from letter where recipient = '" + colleague
                        + "@school.example' and about = 'session " + session.publicId() + "'"));
    }

    @Test
    void peopleWithoutAnEmailAddressAreListedBySchoolAndNotReminded() {
        var taught = given.school();
        var session = given.ended(taught, Duration.ofDays(8));
        var school = taught.school().publicId();
        var manager = manager(taught) + " manager";
        var pages = StaffBrowser.as(manager);
        pages.get("/missing-returns")
                .then()
                .body(containsString("No e-mail address of "))
                .body(containsString("href=\"/people?school=" + school))
                .body(containsString("href=\"/sessions/" + session.publicId() + "/signer"))
                .body(not(containsString("/missing-returns/" + session.publicId() + "/remind")));
        pages.get("/people?school=" + school).then().statusCode(200);
        pages.get("/missing-returns/reminders")
                .then()
                .body(containsString("Nobody to remind"))
                .body(containsString("Nobody’s address is known"))
                .body(containsString("<b>" + taught.school().name() + "</b>"));
        var sent = pages.open("/missing-returns")
                .send(manager, "/missing-returns/reminders", "words", "", "area", "", "days", "0");
        sent.then().statusCode(303);
        given().cookies(sent.cookies())
                .header(TestIdentity.HEADER, manager)
                .get("/missing-returns")
                .then()
                .body(containsString("tuk-flash--not\" role=\"alert\""))
                .body(containsString("No letter was written"))
                .body(not(containsString("✓")));
        pages.get("/missing-returns/csv").then().body(containsString(",no," + session.publicId()));
    }

    private String manager(GivenSchool.TaughtClass taught) {
        var name = "m-" + taught.teacher();
        given.run("insert into staff (public_id, username, name, area_kind, area_key) select 'M" + taught.teacher()
                + "', '" + name
                + "', 'Manager', 'region', t.region_key from authority t join school_area a on a.authority_key = t.authority_key where a.school_id = "
                + taught.school().id());
        return name;
    }

    private GivenSchool.TaughtClass reachable() {
        var taught = given.school();
        given.run("update staff set email = '" + taught.teacher() + "@school.example' where username = '"
                + taught.teacher() + "'");
        return taught;
    }

    private long letters(SessionFacts session) {
        return given.number("select count(*) from letter where about = 'session " + session.publicId() + "'");
    }
}
