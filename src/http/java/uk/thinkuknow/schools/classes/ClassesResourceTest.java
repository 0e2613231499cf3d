package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ClassesResourceTest {
    @Inject
    GivenSchool given;

    @Test
    void aTeacherSeesHerSchoolsClassesAndTheirCards() {
        var hers = given.withClassOf(12);
        var page = hers.her().get("/classes").then().statusCode(200);
        page.body(containsString("Year 5 · Ages 8 to 10 · 12 cards"));
        hers.her().get(hers.path()).then().body(containsString("<b class=\"tuk-hand__n\">12</b>"));
    }

    @Test
    void anotherSchoolsClassIsNotThere() {
        var theirs = given.withClassOf(3);
        var her = given.withClassOf(3).her();
        her.get(theirs.path()).then().statusCode(404);
        her.get(theirs.path() + "/list").then().statusCode(404);
        her.post("/classes/none", theirs.path() + "/cards").then().statusCode(400);
    }

    @Test
    void aCardOfAnotherSchoolsClassCannotBeRetired() {
        var theirs = given.withClassOf(3);
        var hers = given.withClassOf(3);
        hers.her()
                .post(hers.path(), theirs.path() + "/cards/retire", "number", "1")
                .then()
                .statusCode(404);
        hers.her().post(hers.path(), theirs.path() + "/cards").then().statusCode(404);
        hers.her()
                .post(hers.path(), theirs.path() + "/groups", "name", "Mine", "card", "1")
                .then()
                .statusCode(404);
        theirs.her().get(theirs.path()).then().body(containsString("3 cards. Names"));
    }

    @Test
    void aRetiredNumberIsNotGivenToTheNextChild() {
        var hers = given.withClassOf(5);
        hers.her()
                .post(hers.path(), hers.path() + "/cards/retire", "number", "5")
                .then()
                .statusCode(303);
        hers.her().get(hers.path() + "?retired=5").then().body(containsString(">Undo</button>"));
        hers.her().post(hers.path(), hers.path() + "/cards").then().statusCode(303);
        hers.her()
                .get(hers.path())
                .then()
                .body(containsString("<b class=\"tuk-hand__n\">6</b>"))
                .body(not(containsString("<b class=\"tuk-hand__n\">5</b>")));
    }

    @Test
    void aCardRetiredByMistakeIsPutBack() {
        var hers = given.withClassOf(5);
        hers.her().post(hers.path(), hers.path() + "/cards/retire", "number", "2");
        hers.her()
                .post(hers.path(), hers.path() + "/cards/put-back", "number", "2")
                .then()
                .statusCode(303)
                .header("Location", containsString(hers.path()));
        hers.her().get(hers.path()).then().body(containsString("<b class=\"tuk-hand__n\">2</b>"));
    }

    @Test
    void aGroupIsMadeByTickingCards() {
        var hers = given.withClassOf(6);
        hers.her()
                .post(
                        hers.path(),
                        hers.path() + "/groups",
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
        hers.her().get(hers.path()).then().body(containsString("4 cards: 1 to 3, 6"));
    }

    @Test
    void aGroupWithoutCardsIsToldSoAndKeepsItsName() {
        var hers = given.withClassOf(3);
        hers.her()
                .post(hers.path(), hers.path() + "/groups", "name", "Empty \"half\"")
                .then()
                .statusCode(422)
                .body(containsString("Choose at least one card for the group."))
                .body(containsString("value=\"Empty &quot;half&quot;\""));
    }

    @Test
    void theListToPrintHasALineForEachCardAndNoName() {
        var hers = given.withClassOf(4);
        hers.her()
                .get(hers.path() + "/list")
                .then()
                .statusCode(200)
                .body(containsString("<b class=\"tuk-list__n\">4</b>"))
                .body(containsString("<span class=\"tuk-list__w\"></span>"));
    }
}
