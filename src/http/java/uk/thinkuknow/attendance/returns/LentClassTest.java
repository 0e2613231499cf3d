package uk.thinkuknow.attendance.returns;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.RollOverPlan;
import uk.thinkuknow.schools.school.RollOverStore;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that a class stays if a visitor was put on one of its cards: its child is in a register or a return. */
@QuarkusTest
class LentClassTest {
    private static final String YEAR = "2026-27";
    private static final String LAST_YEAR = "2025-26";
    private static final NewClass ELM = new NewClass("4C Elm", Set.of(2021, 2022), "8-10", 12);

    @Inject
    GivenLesson given;

    @Inject
    SchoolService schools;

    @Inject
    ClassService classes;

    @Inject
    RollOverStore rollOvers;

    @Test
    void aClassWithACardInARegisterIsNotRemoved() {
        var lesson = withAVisitor();
        var elm = classes.make(lesson.session().schoolId(), YEAR, ELM);
        var unused = classes.make(lesson.session().schoolId(), YEAR, new NewClass("4D Oak", Set.of(2022), "8-10", 2));
        put(lesson, elm, "").then().statusCode(303);
        remove(lesson, elm)
                .then()
                .statusCode(409)
                .body(containsString("a signed return or a register has one of its cards"));
        remove(lesson, unused).then().statusCode(303);
        lesson.form().get(lesson.path("/register")).then().statusCode(200).body(containsString("4C Elm"));
        put(lesson, elm, "/sign").then().statusCode(303);
    }

    @Test
    void aClassWithACardInAReturnKeepsItsYearGroupsAndIsNotRemoved() {
        var lesson = withAVisitor();
        var elm = classes.make(lesson.session().schoolId(), YEAR, ELM);
        put(lesson, elm, "/sign").then().statusCode(303);
        assertEquals(
                1,
                given.number(
                        "SELECT COUNT(*) FROM return_line WHERE session_id = ? AND class_id = ?",
                        lesson.session().id(),
                        elm.id()));
        remove(lesson, elm).then().statusCode(409);
        leaveOneYearGroup(lesson, elm);
        given.update("DELETE FROM visitor_mark WHERE class_id = ?", elm.id());
        remove(lesson, elm).then().statusCode(409);
        leaveOneYearGroup(lesson, elm);
        lesson.form().get(lesson.path("/return")).then().statusCode(200).body(containsString("4C Elm"));
    }

    /** The lines of a return that waits are in a table of their own. */
    @Test
    void aClassWithACardInAWaitingReturnKeepsItsYearGroupsAndIsNotRemoved() {
        var lesson = withAVisitor();
        var elm = classes.make(lesson.session().schoolId(), YEAR, ELM);
        given.update(
                "UPDATE own_day_span SET open = FALSE WHERE school_id = ?",
                lesson.session().schoolId());
        put(lesson, elm, "/sign").then().statusCode(303);
        assertEquals(1, given.number("SELECT COUNT(*) FROM waiting_line WHERE class_id = ?", elm.id()));
        remove(lesson, elm).then().statusCode(409);
        leaveOneYearGroup(lesson, elm);
    }

    @Test
    void aRollOverIsNotUndoneOnceAReturnHasACardOfOneOfItsClasses() {
        var lesson = withAVisitor();
        long school = lesson.session().schoolId();
        var elm = rolled(school, lesson);
        put(lesson, elm, "/sign").then().statusCode(303);
        var page = "/classes/roll-over?into=" + YEAR;
        var undo = lesson.form().get(page).asString().replaceAll("(?s).*action=\"([^\"]+/undo)\".*", "$1");
        lesson.form()
                .post(page, undo)
                .then()
                .statusCode(409)
                .body(containsString("a signed return or a register has one of their cards"));
        assertEquals(1, given.number("SELECT COUNT(*) FROM class_group WHERE id = ?", elm.id()));
    }

    private ClassFacts rolled(long school, Lesson lesson) {
        var last = classes.make(school, LAST_YEAR, new NewClass("3C Elm", Set.of(2021), "8-10", 12));
        var planned = new RollOverPlan.PlannedClass(null, ELM, List.of(last.publicId()), false);
        QuarkusTransaction.requiringNew()
                .run(() ->
                        rollOvers.roll(school, lesson.teacher(), new RollOverPlan(LAST_YEAR, YEAR, List.of(planned))));
        return schools.classesOf(school, YEAR).stream()
                .filter(each -> each.name().equals(ELM.name()))
                .findFirst()
                .orElseThrow();
    }

    private Lesson withAVisitor() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        given.joined(lesson, null, "guest", 99, 35);
        return lesson;
    }

    /** Puts the visitor on a card of the class, and saves the register, or signs it. */
    private Response put(Lesson lesson, ClassFacts onCardOf, String sign) {
        long visitor = given.number(
                "SELECT visitor_number FROM seat WHERE session_id = ? AND visitor IS NOT NULL",
                lesson.session().id());
        var fields = new ArrayList<>(List.of(
                "heads-" + lesson.classId(),
                "31",
                "shown-" + lesson.classId(),
                IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).collect(Collectors.joining(",")),
                "visitor-" + visitor,
                "card-" + onCardOf.publicId(),
                "visitor-" + visitor + "-card",
                "5"));
        return lesson.form()
                .post(lesson.path("/register"), lesson.path("/register" + sign), fields.toArray(String[]::new));
    }

    private static Response remove(Lesson lesson, ClassFacts of) {
        var page = "/classes/" + of.publicId();
        return lesson.form().post(page + "/change", page + "/remove");
    }

    private static void leaveOneYearGroup(Lesson lesson, ClassFacts of) {
        var page = "/classes/" + of.publicId();
        lesson.form()
                .post(page + "/change", page + "/change", "name", of.name(), "year", "4", "band", "8-10")
                .then()
                .statusCode(422)
                .body(containsString("signed"));
    }
}
