package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Tests by the form of a class that forms and queries are decoded once and read apart, and the first value counts. */
@QuarkusTest
class FormReadingTest {
    @Inject
    GivenSchool given;

    @Test
    void whatIsTypedIsDecodedOnce() {
        for (var typed : List.of("5C %41sh", "5C %2541sh", "5C &#65;sh", "5C \\u0041sh", "5C +sh")) {
            var teacher = given.withClassOf(3).asTeacher();
            send(teacher, "/classes", "name", typed).then().statusCode(303);
            teacher.get("/classes").then().body(containsString(typed.replace("&", "&amp;")));
        }
    }

    @Test
    void aFieldIsReadFromTheFormOnlyAndTheFirstOfItCounts() {
        var teacher = given.withClassOf(3).asTeacher();
        send(teacher, "/classes?name=5C+Query", "name", "5C First", "name", "5C Second")
                .then()
                .statusCode(303);
        teacher.get("/classes")
                .then()
                .body(containsString("5C First"))
                .body(not(containsString("5C Second")))
                .body(not(containsString("5C Query")));
        send(teacher, "/classes?name=5C+Query").then().statusCode(422);
    }

    @Test
    void ofAQueryTheFirstValueCounts() {
        StaffBrowser.as("ada administrator")
                .get("/accounts?words=first&words=second")
                .then()
                .body(containsString("value=\"first\""))
                .body(not(containsString("value=\"second\"")));
    }

    private static Response send(StaffBrowser teacher, String address, String... fields) {
        var all = new ArrayList<>(List.of("children", "4", "year", "5"));
        all.addAll(List.of(fields));
        return teacher.post("/classes/new", address, all.toArray(String[]::new));
    }
}
