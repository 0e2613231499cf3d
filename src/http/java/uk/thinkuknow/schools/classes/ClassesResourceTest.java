package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Tests the pages of a school's classes, their cards and groups, which only its own teachers may open. */
@QuarkusTest
class ClassesResourceTest {
    @Inject
    GivenSchool given;

    @Test
    void aTeacherSeesTheClassesOfTheirSchoolAndTheirCards() {
        var ownClass = given.withClassOf(12);
        var page = ownClass.asTeacher().get("/classes").then().statusCode(200);
        page.body(containsString("Year 5 · Ages 8 to 10 · 12 cards"));
        ownClass.asTeacher().get(ownClass.path()).then().body(containsString("<b class=\"tuk-hand__n\">12</b>"));
    }

    @Test
    void anotherSchoolsClassIsNotFound() {
        var otherClass = given.withClassOf(3);
        var teacher = given.withClassOf(3).asTeacher();
        teacher.get(otherClass.path()).then().statusCode(404);
        teacher.get(otherClass.path() + "/list").then().statusCode(404);
        teacher.post("/classes/none", otherClass.path() + "/cards").then().statusCode(400);
    }

    @Test
    void cardsAndGroupsOfAnotherSchoolsClassCannotBeChanged() {
        var otherClass = given.withClassOf(3);
        var ownClass = given.withClassOf(3);
        ownClass.asTeacher()
                .post(ownClass.path(), otherClass.path() + "/cards/retire", "number", "1")
                .then()
                .statusCode(404);
        ownClass.asTeacher()
                .post(ownClass.path(), otherClass.path() + "/cards")
                .then()
                .statusCode(404);
        ownClass.asTeacher()
                .post(ownClass.path(), otherClass.path() + "/groups", "name", "Mine", "card", "1")
                .then()
                .statusCode(404);
        otherClass.asTeacher().get(otherClass.path()).then().body(containsString("3 cards. Names"));
    }

    @Test
    void aRetiredNumberIsNotGivenToTheNextChild() {
        var ownClass = given.withClassOf(5);
        ownClass.asTeacher()
                .post(ownClass.path(), ownClass.path() + "/cards/retire", "number", "5")
                .then()
                .statusCode(303);
        ownClass.asTeacher().get(ownClass.path() + "?retired=5").then().body(containsString(">Undo</button>"));
        ownClass.asTeacher()
                .post(ownClass.path(), ownClass.path() + "/cards")
                .then()
                .statusCode(303);
        ownClass.asTeacher()
                .get(ownClass.path())
                .then()
                .body(containsString("<b class=\"tuk-hand__n\">6</b>"))
                .body(not(containsString("<b class=\"tuk-hand__n\">5</b>")));
    }

    @Test
    void aCardRetiredByMistakeIsPutBack() {
        var ownClass = given.withClassOf(5);
        ownClass.asTeacher().post(ownClass.path(), ownClass.path() + "/cards/retire", "number", "2");
        ownClass.asTeacher()
                .post(ownClass.path(), ownClass.path() + "/cards/put-back", "number", "2")
                .then()
                .statusCode(303)
                .header("Location", containsString(ownClass.path()));
        ownClass.asTeacher().get(ownClass.path()).then().body(containsString("<b class=\"tuk-hand__n\">2</b>"));
    }

    @Test
    void aGroupIsMadeByTickingCards() {
        var ownClass = given.withClassOf(6);
        ownClass.asTeacher()
                .post(
                        ownClass.path(),
                        ownClass.path() + "/groups",
                        "name",
                        "Morning half",
                        "card",
                        "1",
                        "card",
                        "2",
                        "card",
                        "3",
                        "card",
                        "6")
                .then()
                .statusCode(303);
        ownClass.asTeacher().get(ownClass.path()).then().body(containsString("4 cards: 1 to 3, 6"));
    }

    @Test
    void aGroupWithoutCardsIsRefusedAndTheTypedNameIsKept() {
        var ownClass = given.withClassOf(3);
        ownClass.asTeacher()
                .post(ownClass.path(), ownClass.path() + "/groups", "name", "Empty \"half\"")
                .then()
                .statusCode(422)
                .body(containsString("Choose at least one card for the group."))
                .body(containsString("value=\"Empty &quot;half&quot;\""));
    }

    @Test
    void theListToPrintHasALineForEachCardAndNoName() {
        var ownClass = given.withClassOf(4);
        ownClass.asTeacher()
                .get(ownClass.path() + "/list")
                .then()
                .statusCode(200)
                .body(containsString("<b class=\"tuk-list__n\">4</b>"))
                .body(containsString("<span class=\"tuk-list__w\"></span>"));
    }
}
