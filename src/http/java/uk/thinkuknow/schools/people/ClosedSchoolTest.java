package uk.thinkuknow.schools.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that nobody from outside gets into a school that has closed, whose staff go on to another, and that no lesson
 * is taught there.
 */
@QuarkusTest
class ClosedSchoolTest {
    @Inject
    GivenStaff given;

    @Inject
    PeopleService people;

    @Inject
    CurriculumService curriculum;

    @Inject
    RequestRules rules;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void itsManagerInvitesAndAppointsNobodyAndNobodyAsksToJoin() {
        var kept = given.schoolWithoutAdministrator();
        var school = kept.school();
        var name = "m" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        QuarkusTransaction.requiringNew().run(() -> people.join(name, "Manager", null, school.regionKey()));
        var manager = StaffBrowser.as(name + " manager");
        var page = "/people?school=" + school.publicId();
        var id = school.publicId().value();
        assertEquals(303, invite(manager, page, id, 1));
        close(school.id());
        assertEquals(422, invite(manager, page, id, 2));
        manager.post(page, "/people/domains", "school", id, "domain", "friends.example")
                .then()
                .statusCode(422)
                .body(containsString("has closed: nobody joins it"));
        var teacher = people.byUsername(kept.teacher()).orElseThrow();
        manager.post(
                        page,
                        "/people/leads",
                        "school",
                        id,
                        "lead",
                        people.account(teacher.id()).publicId().value(),
                        "deputy",
                        "")
                .then()
                .statusCode(422);
        var stranger = StaffBrowser.as(given.accountWithoutSchool("example.org", true));
        stranger.post("/claim", "/claim", "school", id, "note", "I teach 5B")
                .then()
                .statusCode(422)
                .body(containsString("has closed: nobody joins it"));
    }

    @Test
    void noLessonIsTaughtThere() {
        var taught = given.schoolWithoutAdministrator();
        start(taught, "open").then().body(not(containsString("has closed")));
        close(taught.school().id());
        start(taught, "closed").then().statusCode(422).body(containsString("has closed. Its classes are taught"));
    }

    @Test
    void noVisitIsBookedThereForADayAfterItsClosing() {
        var school = given.schoolWithoutAdministrator().school().id();
        var start = London.today(clock)
                .plusDays(7)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))
                .atTime(10, 0);
        var refusal = "closed";
        assertFalse(why(school, start).contains(refusal), why(school, start));
        close(school);
        assertTrue(why(school, start).contains(refusal), why(school, start));
    }

    private String why(long school, LocalDateTime start) {
        try {
            rules.checkTime(school, London.at(start), 45);
            return "";
        } catch (BookingRefused e) {
            return e.why();
        }
    }

    private int invite(StaffBrowser manager, String page, String school, int number) {
        return manager.post(
                        page,
                        "/people/invitations",
                        "school",
                        school,
                        "name",
                        "Una New",
                        "email",
                        "una" + number + "." + school + "@given.example",
                        "part",
                        "administrator")
                .statusCode();
    }

    private io.restassured.response.Response start(GivenSchool.TaughtClass taught, String key) {
        return taught.asTeacher()
                .post(
                        "/sessions/new",
                        "/sessions/start",
                        "key",
                        key + taught.teacher(),
                        "module",
                        curriculum.current().getFirst().key(),
                        "other-band",
                        "yes",
                        "devices",
                        "no",
                        "class",
                        taught.schoolClass().publicId().value());
    }

    private void close(long school) {
        run("update school set status = 'closed', closed_on = current_date - interval 1 day where id = " + school);
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
