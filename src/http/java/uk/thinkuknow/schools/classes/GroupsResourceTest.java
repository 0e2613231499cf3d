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

@QuarkusTest
class GroupsResourceTest {
    @Inject
    GivenSchool given;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Test
    void aSetIsMadeOfTheCardsOfTwoClasses() {
        var hers = given.withClassOf(6);
        hers.her().post("/classes/new", "/classes", "name", "5C Ash", "children", "5", "year", "5");
        var ash = room(hers, "5C Ash");
        hers.her().get("/classes/groups/new").then().body(containsString("5C Ash"));
        makeSet(hers, ash).then().statusCode(303);
        assertEquals(
                List.of(2, 3),
                room(hers, "5B Rowan").groups().getFirst().cards().numbers());
        assertEquals(
                List.of(1), room(hers, "5C Ash").groups().getFirst().cards().numbers());
        hers.her().get("/classes").then().body(containsString("<b>Set 2</b> <span class=\"tuk-quiet\">3 cards</span>"));
        makeSet(hers, ash).then().statusCode(422).body(containsString("already has a group called Set 2"));
    }

    @Test
    void aFormPointsToWhatItMisses() {
        var hers = given.withClassOf(4);
        var card = "card-" + hers.room().publicId();
        make(hers, "name", "").body(containsString("<a href=\"#name\">Give the group a name, and choose its cards."));
        make(hers, "name", "Set 2").body(containsString("<a href=\"#cards\">Choose at least one card"));
        make(hers, "name", "", card, "2").body(containsString("<a href=\"#name\">Give the group a name of"));
    }

    private static io.restassured.response.ValidatableResponse make(GivenSchool.Taught hers, String... fields) {
        return hers.her()
                .post("/classes/groups/new", "/classes/groups", fields)
                .then()
                .statusCode(422);
    }

    @Test
    void aNewcomersCardComesIntoAGroupAndALeaversGoes() {
        var hers = given.withClassOf(4);
        hers.her().post(hers.path(), hers.path() + "/groups", "name", "Half", "card", "1", "card", "2");
        hers.her().post(hers.path(), hers.path() + "/cards/retire", "number", "2");
        hers.her().post(hers.path(), hers.path() + "/cards");
        var group = hers.path() + "/groups/"
                + room(hers, "5B Rowan").groups().getFirst().publicId();
        hers.her().get(group).then().statusCode(200).body(containsString("value=\"1\" checked"));
        var field = "card-" + hers.room().publicId();
        hers.her()
                .post(group, group + "/change", "name", "Half", field, "1", field, "2", field, "5", field, "121")
                .then()
                .statusCode(303);
        assertEquals(
                List.of(1, 5),
                room(hers, "5B Rowan").groups().getFirst().cards().numbers());
        hers.her()
                .post(group, group + "/change", "name", "Half")
                .then()
                .statusCode(422)
                .body(containsString("at least one card"));
        var acts = people.trailOf("class " + hers.room().publicId()).stream()
                .map(PeopleService.Noted::act)
                .toList();
        assertEquals(List.of("changed a group", "added a card", "took a card out of use", "made a group"), acts);
    }

    @Test
    void aGroupIsRemovedAndAnotherSchoolsIsNotThere() {
        var theirs = given.withClassOf(3);
        var hers = given.withClassOf(3);
        theirs.her().post(theirs.path(), theirs.path() + "/groups", "name", "Half", "card", "1");
        var group = theirs.path() + "/groups/"
                + room(theirs, "5B Rowan").groups().getFirst().publicId();
        hers.her().get(group).then().statusCode(404);
        hers.her().post(hers.path(), group + "/remove").then().statusCode(404);
        hers.her().post(hers.path(), group + "/change", "name", "Mine").then().statusCode(404);
        theirs.her().post(group, group + "/remove").then().statusCode(303);
        assertEquals(List.of(), room(theirs, "5B Rowan").groups());
    }

    private static io.restassured.response.Response makeSet(GivenSchool.Taught hers, ClassFacts ash) {
        var rowan = "card-" + hers.room().publicId();
        return hers.her()
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

    private ClassFacts room(GivenSchool.Taught hers, String name) {
        return schools.classesNow(hers.school().id()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
