package uk.thinkuknow.schools.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.BookingRefused;
import uk.thinkuknow.bookings.request.RequestRules;
import uk.thinkuknow.common.London;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.imports.SuccessionService;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
    SuccessionService succession;

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
    void anInvitationToASchoolThatHasClosedIsNotAcceptedAndAClaimIsNotApproved() {
        var kept = given.school();
        var id = kept.id();
        assertEquals(303, invite(kept.asAdministrator(), kept.page(), id, 1));
        var link = linkTo(kept);
        var stranger = given.accountWithoutSchool("example.org", true);
        StaffBrowser.as(stranger)
                .post("/claim", "/claim", "school", id, "note", "I teach 5B")
                .then()
                .statusCode(303);
        var joining = StaffBrowser.as(stranger).open(link + "/mine");
        close(kept.school().id());
        var refused = "has closed: nobody joins it";
        joining.send(stranger, link + "/mine").then().statusCode(409).body(containsString(refused));
        var claim =
                kept.asAdministrator().get(kept.page()).asString().replaceAll("(?s).*/claims/(\\w+)/approve.*", "$1");
        for (var who : List.of(kept.asAdministrator(), StaffBrowser.as("pia-closed administrator"))) {
            who.post("/claim?words=Givenham", "/claims/" + claim + "/approve", "part", "teacher", "checked", "yes")
                    .then()
                    .statusCode(409)
                    .body(containsString(refused));
        }
        assertEquals(422, invite(kept.asAdministrator(), kept.page(), id, 2), "nobody could accept it");
        assertNull(given.account(stranger).place().schoolId());
    }

    /** Nobody at the successor would see or withdraw it, and the person who accepted it would go on there. */
    @Test
    void openInvitationsOfASchoolThatHandsOverAreWithdrawn() {
        var kept = given.school();
        var successor = given.school();
        var other = given.school();
        for (var each : List.of(kept, successor, other)) {
            assertEquals(303, invite(each.asAdministrator(), each.page(), each.id(), 1));
        }
        var stranger = given.accountWithoutSchool("example.org", true);
        var link = linkTo(kept) + "/mine";
        var joining = StaffBrowser.as(stranger).open(link);
        close(kept.school().id());
        close(other.school().id());
        run("insert into school_link (predecessor_id, successor_id, kind, linked_on) values ("
                + kept.school().id() + ", " + successor.school().id() + ", 'successor', current_date)");
        long importId = ThreadLocalRandom.current().nextLong(1_000_000, 2_000_000_000);
        succession.moveToSuccessors(importId, London.today(clock));
        succession.undo(importId);
        run("delete from school_link where predecessor_id = " + kept.school().id());
        run("update school set status = 'open', closed_on = null where id in ("
                + kept.school().id() + ", " + other.school().id() + ")");
        joining.send(stranger, link).then().statusCode(409).body(containsString("has been withdrawn"));
        assertEquals(List.of(PeopleService.BY_ITSELF), given.auditOf("school " + kept.id(), "withdrew an invitation"));
        for (var each : List.of(successor, other)) {
            var mine = linkTo(each) + "/mine";
            StaffBrowser.as(stranger).post(mine, mine).then().statusCode(303);
        }
    }

    private String linkTo(GivenStaff.StaffedSchool invitedBy) {
        return given.linkTo("una1." + invitedBy.id() + "@given.example");
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

    private Response start(GivenSchool.TaughtClass taught, String key) {
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
