package uk.thinkuknow.attendance.returns;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests that the kept totals of a class and its school change when a return is signed, taken back or amended. */
@QuarkusTest
class ReturnTotalsTest {
    @Inject
    GivenLesson given;

    @Test
    void signingTakingTheSignatureBackAndSigningAnAmendmentChangeTheTotals() {
        var lesson = given.ended(true, 30);
        given.allJoined(lesson, 1, 30);
        assertEquals(0, reached(lesson));
        sign(lesson, "30", List.of()).then().statusCode(303);
        assertEquals(30, reached(lesson));
        lesson.form()
                .post(lesson.path("/return"), lesson.path("/return/take-back"))
                .then()
                .statusCode(303);
        assertEquals(0, reached(lesson));
        sign(lesson, "29", List.of(7)).then().statusCode(303);
        assertEquals(29, reached(lesson));
        lesson.form()
                .post(lesson.path("/return"), lesson.path("/return/amend"))
                .then()
                .statusCode(303);
        assertEquals(29, reached(lesson));
        sign(lesson, "28", List.of(7, 8)).then().statusCode(303);
        assertEquals(28, reached(lesson));
    }

    private long reached(Lesson lesson) {
        var session = lesson.session().id();
        long ofClass = given.number(
                "SELECT COALESCE(SUM(t.own_lower), 0) FROM class_total t JOIN session_class c ON c.class_id = t.class_id"
                        + " WHERE t.term_key = 'year' AND t.band_key = 'all' AND c.session_id = ?",
                session);
        long ofSchool = given.number(
                "SELECT COALESCE(SUM(t.own_lower), 0) FROM school_total t JOIN session s ON s.school_id = t.school_id"
                        + " WHERE t.term_key = 'year' AND t.band_key = 'all' AND s.id = ?",
                session);
        assertEquals(ofClass, ofSchool);
        return ofClass;
    }

    private static Response sign(Lesson lesson, String heads, List<Integer> absent) {
        var shown = lesson.classes().getFirst();
        var fields = new ArrayList<>(List.of(
                "heads-" + shown.publicId(),
                heads,
                "shown-" + shown.publicId(),
                shown.cards().stream()
                        .map(card -> Integer.toString(card.number()))
                        .collect(Collectors.joining(","))));
        for (int card : absent) {
            fields.addAll(List.of("absent-" + lesson.classId(), Integer.toString(card)));
        }
        return lesson.form()
                .post(lesson.path("/register"), lesson.path("/register/sign"), fields.toArray(String[]::new));
    }
}
