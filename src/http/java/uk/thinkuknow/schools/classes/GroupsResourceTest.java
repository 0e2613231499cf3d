package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the pages that create, change and remove groups of cards of one or more classes. */
@QuarkusTest
class GroupsResourceTest {
    @Inject
    GivenSchool given;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Test
    void aGroupIsMadeOfCardsOfTwoClassesAndItsNameCannotBeUsedAgain() {
        var ownClass = given.withClassOf(6);
        ownClass.asTeacher().post("/classes/new", "/classes", "name", "5C Ash", "children", "5", "year", "5");
        var ash = classNamed(ownClass, "5C Ash");
        ownClass.asTeacher().get("/classes/groups/new").then().body(containsString("5C Ash"));
        makeSet(ownClass, ash).then().statusCode(303);
        assertEquals(
                List.of(2, 3),
                classNamed(ownClass, "5B Rowan").groups().getFirst().cards().numbers());
        assertEquals(
                List.of(1),
                classNamed(ownClass, "5C Ash").groups().getFirst().cards().numbers());
        ownClass.asTeacher()
                .get("/classes")
                .then()
                .body(containsString("<b>Set 2</b> <span class=\"tuk-quiet\">3 cards</span>"));
        makeSet(ownClass, ash).then().statusCode(422).body(containsString("already has a group called Set 2"));
    }

    @Test
    void aRefusedFormLinksToTheMissingField() {
        var ownClass = given.withClassOf(4);
        var card = "card-" + ownClass.schoolClass().publicId();
        make(ownClass, "name", "")
                .body(containsString("<a href=\"#name\">Give the group a name, and choose its cards."));
        make(ownClass, "name", "Set 2").body(containsString("<a href=\"#cards\">Choose at least one card"));
        make(ownClass, "name", "", card, "2").body(containsString("<a href=\"#name\">Give the group a name of"));
    }

    private static io.restassured.response.ValidatableResponse make(
            GivenSchool.TaughtClass ownClass, String... fields) {
        return ownClass.asTeacher()
                .post("/classes/groups/new", "/classes/groups", fields)
                .then()
                .statusCode(422);
    }

    @Test
    void aChangedGroupGetsANewcomersCardLosesALeaversAndIsAudited() {
        var ownClass = given.withClassOf(4);
        ownClass.asTeacher()
                .post(ownClass.path(), ownClass.path() + "/groups", "name", "Half", "card", "1", "card", "2");
        ownClass.asTeacher().post(ownClass.path(), ownClass.path() + "/cards/retire", "number", "2");
        ownClass.asTeacher().post(ownClass.path(), ownClass.path() + "/cards");
        var group = ownClass.path() + "/groups/"
                + classNamed(ownClass, "5B Rowan").groups().getFirst().publicId();
        ownClass.asTeacher().get(group).then().statusCode(200).body(containsString("value=\"1\" checked"));
        var field = "card-" + ownClass.schoolClass().publicId();
        ownClass.asTeacher()
                .post(group, group + "/change", "name", "Half", field, "1", field, "2", field, "5", field, "121")
                .then()
                .statusCode(303);
        assertEquals(
                List.of(1, 5),
                classNamed(ownClass, "5B Rowan").groups().getFirst().cards().numbers());
        ownClass.asTeacher()
                .post(group, group + "/change", "name", "Half")
                .then()
                .statusCode(422)
                .body(containsString("at least one card"));
        var acts = people.trailOf("class " + ownClass.schoolClass().publicId()).stream()
                .map(PeopleService.RecordedAct::act)
                .toList();
        assertEquals(List.of("changed a group", "added a card", "took a card out of use", "made a group"), acts);
    }

    @Test
    void aGroupIsShownChangedAndRemovedByItsOwnSchoolOnly() {
        var otherClass = given.withClassOf(3);
        var ownClass = given.withClassOf(3);
        otherClass.asTeacher().post(otherClass.path(), otherClass.path() + "/groups", "name", "Half", "card", "1");
        var group = otherClass.path() + "/groups/"
                + classNamed(otherClass, "5B Rowan").groups().getFirst().publicId();
        ownClass.asTeacher().get(group).then().statusCode(404);
        ownClass.asTeacher().post(ownClass.path(), group + "/remove").then().statusCode(404);
        ownClass.asTeacher()
                .post(ownClass.path(), group + "/change", "name", "Mine")
                .then()
                .statusCode(404);
        otherClass.asTeacher().post(group, group + "/remove").then().statusCode(303);
        assertEquals(List.of(), classNamed(otherClass, "5B Rowan").groups());
    }

    private static io.restassured.response.Response makeSet(GivenSchool.TaughtClass ownClass, ClassFacts ash) {
        var rowan = "card-" + ownClass.schoolClass().publicId();
        return ownClass.asTeacher()
                .post(
                        "/classes/groups/new",
                        "/classes/groups",
                        "name",
                        "Set 2",
                        rowan,
                        "2",
                        rowan,
                        "3",
                        "card-" + ash.publicId(),
                        "1");
    }

    private ClassFacts classNamed(GivenSchool.TaughtClass ownClass, String name) {
        return schools.classesNow(ownClass.school().id()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
