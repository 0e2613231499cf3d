package uk.thinkuknow.attendance.returns;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.imports.ImportUndoCheck;
import uk.thinkuknow.schools.imports.SuccessionService;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolFacts;
import uk.thinkuknow.schools.school.SchoolService;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Tests what happens to the classes and the reach of a school that becomes another, merges or splits. */
@QuarkusTest
class SchoolSucceededTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    /** A day after the autumn term, in the spring term. */
    private static final LocalDate IN_SPRING = LocalDate.of(2027, 1, 15);

    private final long importId = ThreadLocalRandom.current().nextLong(1_000_000, 2_000_000_000);

    @Inject
    GivenLesson given;

    @Inject
    SchoolService schools;

    @Inject
    SuccessionService succession;

    @Inject
    PeopleService people;

    @All
    @Inject
    List<ImportUndoCheck> checks;

    @AfterEach
    void putBack() {
        succession.undo(importId);
    }

    private GivenLesson.Lesson signed() {
        var lesson = given.ended(false, 30);
        sign(lesson).then().statusCode(303);
        return lesson;
    }

    private static io.restassured.response.Response sign(GivenLesson.Lesson lesson) {
        return lesson.form()
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        "heads-" + lesson.classId(),
                        "27",
                        "kept-" + lesson.classId(),
                        "heads");
    }

    private SchoolFacts school(String area) {
        return schools.addSchool(new NewSchool(
                null, "Academy " + importId, "Givenham", "GV1 1GV", "primary", 100, area, LocalDate.of(1990, 9, 1)));
    }

    private SchoolFacts of(GivenLesson.Lesson lesson) {
        return schools.school(lesson.session().schoolId());
    }

    private void closed(SchoolFacts school, LocalDate on, SchoolFacts... after) {
        given.update("update school set status = 'closed' where id = ?", school.id());
        for (var each : after) {
            given.update(
                    "insert into school_link (predecessor_id, successor_id, kind, linked_on) values (?, ?, 'successor', ?)",
                    school.id(),
                    each.id(),
                    on);
        }
    }

    @Test
    void aSchoolThatBecomesAnAcademyKeepsItsClassesItsStaffAndItsReach() {
        var lesson = signed();
        var school = of(lesson);
        var academy = school(school.authorityKey());
        closed(school, TODAY, academy);
        succession.moveToSuccessors(importId, TODAY);

        lesson.form().get("/classes").then().body(containsString("5B Rowan"));
        lesson.form().get(lesson.path("/return")).then().statusCode(200);
        assertEquals(27, reach("year", academy));
        assertNull(reach("year", school));
        // both schools show the history
        for (var each : List.of(school, academy)) {
            given().header("Test-Identity", "someone manager")
                    .get("/reach/schools/" + each.publicId() + "?year=2026-27")
                    .then()
                    .body(containsString("27 children reached"));
        }
    }

    @Test
    void anUnsignedRegisterCanStillBeSignedAfterTheSuccession() {
        var lesson = given.ended(false, 30);
        var school = of(lesson);
        var academy = school(school.authorityKey());
        closed(school, TODAY, academy);
        succession.moveToSuccessors(importId, TODAY);
        sign(lesson).then().statusCode(303);
        assertEquals(27, reach("year", academy));
    }

    @Test
    void theReachOfAnEndedTermStaysWithTheFormerSchoolAndThatOfTheYearMoves() {
        var lesson = signed();
        var school = of(lesson);
        var elsewhere = of(given.ended(false, 1));
        var academy = school(elsewhere.authorityKey());
        closed(school, IN_SPRING, academy);
        succession.moveToSuccessors(importId, IN_SPRING);
        assertEquals(27, reach("autumn", school));
        assertNull(reach("autumn", academy));
        assertEquals(27, reach("year", academy));
        assertNull(reach("year", school));
    }

    @Test
    void aMergedSchoolCountsEachClassOnceAndAddsTheOldSchoolToAnEqualClassName() {
        var first = signed();
        var second = signed();
        var merged = school(of(first).authorityKey());
        closed(of(first), TODAY, merged);
        closed(of(second), TODAY, merged);
        succession.moveToSuccessors(importId, TODAY);
        assertEquals(54, reach("year", merged));
        first.form().get("/classes").then().body(containsString("5B Rowan")).body(containsString("5B Rowan, Given t"));
    }

    @Test
    void afterASplitTheReachStaysWithTheFormerSchoolAtFirst() {
        var lesson = signed();
        var school = of(lesson);
        closed(school, TODAY, school(school.authorityKey()), school(school.authorityKey()));
        succession.moveToSuccessors(importId, TODAY);
        assertEquals(27, reach("year", school));
    }

    @Test
    void aManagerSaysWhereAClassWentAfterASplit() {
        var lesson = signed();
        var school = of(lesson);
        var one = school(school.authorityKey());
        closed(school, TODAY, one, school(school.authorityKey()));
        var page = "/schools/" + school.publicId();
        var mina = StaffBrowser.as("someone manager");
        mina.get(page).then().body(containsString("Where did these classes go?"));
        var send = page + "/classes/" + lesson.classId() + "/send";
        var elsewhere = "m" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        QuarkusTransaction.requiringNew().run(() -> people.join(elsewhere, "Manager", null, "wales"));
        var auditor = StaffBrowser.as(elsewhere + " manager auditor");
        auditor.get(page).then().body(not(containsString("Where did these classes go?")));
        auditor.post(page, send, "to", one.publicId().value()).then().statusCode(404);
        mina.post(page, send, "to", school.publicId().value()).then().statusCode(404);
        mina.post(page, send, "to", one.publicId().value()).then().statusCode(303);
        assertEquals(27, reach("year", one));
        assertNull(reach("year", school));
    }

    @Test
    void aLoopOfSuccessorsIsFollowedToTheOpenSchool() {
        var lesson = signed();
        var school = of(lesson);
        var between = school(school.authorityKey());
        var academy = school(school.authorityKey());
        closed(school, TODAY, between);
        closed(between, TODAY, school, academy);
        succession.moveToSuccessors(importId, TODAY);
        assertEquals(27, reach("year", academy));
    }

    @Test
    void undoingASuccessionPutsClassesAndReachBack() {
        var lesson = signed();
        var school = of(lesson);
        var academy = school(school.authorityKey());
        closed(school, TODAY, academy);
        succession.moveToSuccessors(importId, TODAY);
        succession.undo(importId);
        assertEquals(27, reach("year", school));
        assertNull(reach("year", academy));
        lesson.form().get(lesson.path("/return")).then().statusCode(200);
        assertEquals(0, given.number("select count(*) from class_move where begun_by = ?", importId));
    }

    /** Otherwise the school that is open again would make the class again, and its children would count twice. */
    @Test
    void aClassThatAManagerSentGoesBackWhenTheImportThatNamedTheSuccessorsIsUndone() {
        var lesson = signed();
        var school = of(lesson);
        var one = school(school.authorityKey());
        closed(school, TODAY, one, school(school.authorityKey()));
        given.update("update school_link set begun_by = ? where predecessor_id = ?", importId, school.id());
        var page = "/schools/" + school.publicId();
        StaffBrowser.as("someone manager")
                .post(
                        page,
                        page + "/classes/" + lesson.classId() + "/send",
                        "to",
                        one.publicId().value())
                .then()
                .statusCode(303);
        assertEquals(27, reach("year", one));
        succession.undo(importId);
        assertEquals(27, reach("year", school));
        assertNull(reach("year", one));
        lesson.form().get("/classes").then().body(containsString("5B Rowan"));
    }

    /** Its lines would stay at the school that the undo removes. */
    @Test
    void aReturnThatWasSignedAtTheSuccessorKeepsTheImportFromBeingUndone() {
        var lesson = given.ended(false, 30);
        var school = of(lesson);
        closed(school, TODAY, school(school.authorityKey()));
        var takenIn = Instant.now();
        succession.moveToSuccessors(importId, TODAY);
        assertEquals(0, addedSince(takenIn));
        sign(lesson).then().statusCode(303);
        assertEquals(1, addedSince(takenIn));
    }

    private long addedSince(Instant takenIn) {
        return QuarkusTransaction.requiringNew()
                .call(() -> checks.stream()
                        .map(check -> check.since(importId, takenIn))
                        .filter(added -> added.one().equals("return"))
                        .mapToLong(ImportUndoCheck.AddedRows::count)
                        .sum());
    }

    /** For the database they are the same; otherwise one class would keep every file from being taken in. */
    @Test
    void classesWhoseNamesDifferOnlyByAnAccentMove() {
        var lesson = signed();
        var other = given.ended(false, 1);
        given.update(
                "update class_group set name = '5B Rówan' where school_id = ?",
                lesson.session().schoolId());
        closed(of(lesson), TODAY, of(other));
        succession.moveToSuccessors(importId, TODAY);
        assertEquals(
                1,
                given.number(
                        "select count(*) from class_group where school_id = ? and name like '5B Rówan, Given t%'",
                        other.session().schoolId()));
    }

    /** A browser chooses the key; otherwise it would keep every file of the national register from being taken in. */
    @Test
    void sessionsOfBothSchoolsThatWereStartedWithTheSameKeyMove() {
        var lesson = signed();
        var other = given.ended(false, 1);
        given.update(
                "update session set start_key = 'p-same' where id = ?",
                lesson.session().id());
        given.update(
                "update session set start_key = 'p-same' where id = ?",
                other.session().id());
        closed(of(lesson), TODAY, of(other));
        succession.moveToSuccessors(importId, TODAY);
        assertEquals(
                2,
                given.number(
                        "select count(*) from session where school_id = ?",
                        other.session().schoolId()));
    }

    @Test
    void whoHasLeftTheSuccessorOrLeadsItNoLongerIsNotGivenBackToTheFormerSchool() {
        var lesson = given.ended(false, 1);
        var school = of(lesson);
        var academy = school(school.authorityKey());
        long left = joins(school, "left");
        long leads = joins(school, "leads");
        long promoted = joins(school, "promoted");
        long stays = joins(school, "stays");
        begin("safeguarding_lead", school, left, "LEAD");
        begin("safeguarding_lead", school, stays, "DEPUTY");
        closed(school, TODAY, academy);
        succession.moveToSuccessors(importId, TODAY);
        for (var table : List.of("staff_school", "safeguarding_lead")) {
            given.update(
                    "update " + table + " set valid_to = current_date where school_id = ? and staff_id = ?",
                    academy.id(),
                    left);
        }
        given.update("update staff set school_id = null where id = ?", left);
        given.update(
                "update staff_school set part = 'ADMINISTRATOR' where school_id = ? and staff_id = ?",
                academy.id(),
                promoted);
        succession.undo(importId);
        assertEquals(0, inForce("staff_school", school, left));
        assertEquals(0, inForce("safeguarding_lead", school, left));
        assertEquals(0, given.number("select count(*) from staff where school_id = ? and id = ?", school.id(), left));
        assertEquals(0, inForce("staff_school", school, promoted));
        assertEquals(1, inForce("staff_school", school, leads));
        assertEquals(1, inForce("staff_school", school, stays));
        assertEquals(1, inForce("safeguarding_lead", school, stays));
        assertEquals(1, given.number("select count(*) from staff where school_id = ? and id = ?", school.id(), stays));
    }

    private long joins(SchoolFacts school, String who) {
        var username = who + importId;
        QuarkusTransaction.requiringNew().run(() -> people.join(username, username, school.id(), null));
        return given.number("select id from staff where username = ?", username);
    }

    private void begin(String table, SchoolFacts school, long staffId, String part) {
        given.update(
                "insert into " + table + " (school_id, staff_id, part, valid_from) values (?, ?, ?, '2026-09-01')",
                school.id(),
                staffId,
                part);
    }

    private long inForce(String table, SchoolFacts school, long staffId) {
        return given.number(
                "select count(*) from " + table + " where school_id = ? and staff_id = ? and valid_to is null",
                school.id(),
                staffId);
    }

    private static Integer reach(String term, SchoolFacts school) {
        JsonPath report = given().header("Test-Identity", "someone manager")
                .get("/api/reach?year=2026-27&term=" + term + "&by=school")
                .jsonPath();
        return report.get("rows.find { it.key == '" + school.publicId() + "' }.reach");
    }
}
