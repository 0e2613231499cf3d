package uk.thinkuknow.web.names;

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

/** Tests that a form which seems to name a child is kept only after its sender has been asked. */
@QuarkusTest
class NameQuestionTest {
    @Inject
    GivenSchool given;

    @Test
    void aClassWithAChildsNameIsMadeOnlyAfterAQuestion() {
        var teacher = given.withClassOf(30).asTeacher();
        make(teacher, "name", "Anna Smith and friends")
                .then()
                .statusCode(422)
                .body(containsString("“Anna Smith” looks like a person’s name. Nothing has been stored yet."))
                .body(containsString("value=\"Anna Smith and friends\""))
                .body(containsString("<input type=\"hidden\" name=\"children\" value=\"28\">"))
                .body(containsString("action=\"/classes\""));
        teacher.get("/classes").then().body(not(containsString("Anna Smith and friends")));
        make(teacher, "name", "Anna Smith and friends", "not-a-name", "yes")
                .then()
                .statusCode(303);
        teacher.get("/classes").then().body(containsString("Anna Smith and friends"));
    }

    @Test
    void theQuestionComesNeitherForOtherNamesNorWhereNothingIsKept() {
        var teacher = given.withClassOf(30).asTeacher();
        make(teacher, "name", "5C Silver Birch").then().statusCode(303);
        teacher.post("/classes/from-a-list", "/classes/from-a-list/check", "list", "Anna Smith, 5, 30")
                .then()
                .body(not(containsString("looks like a person’s name")));
    }

    @Test
    void whatASchoolWritesToATrainerIsAskedAboutToo() {
        given.withClassOf(30)
                .asTeacher()
                .post("/bookings/new", "/bookings", "needs", "A seat near the door for Mohammed", "room", "Main Hall")
                .then()
                .statusCode(422)
                .body(containsString("“Mohammed” looks like a person’s name."));
    }

    private static Response make(StaffBrowser teacher, String... fields) {
        var all = new ArrayList<>(List.of("year", "5", "children", "28"));
        all.addAll(List.of(fields));
        return teacher.post("/classes/new", "/classes", all.toArray(String[]::new));
    }
}
