package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class MakingClassesTest {
    private static final Pattern CHECKED = Pattern.compile("name=\"checked\" value=\"([^\"]*)\"");

    @Inject
    GivenSchool given;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    /** A button pressed again and again on a slow line. */
    @Test
    void aClassThatIsSentEightTimesAtOnceIsMadeOnceAndTheOthersAreToldPlainly() throws Exception {
        var hers = given.withClassOf(3);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var page = hers.her().open("/classes/new");
            var answers = threads.invokeAll(java.util.Collections.nCopies(8, (java.util.concurrent.Callable<Integer>)
                    () -> page.send(
                                    hers.teacher() + " teacher",
                                    "/classes",
                                    "name",
                                    "5Z Twice",
                                    "year",
                                    "5",
                                    "children",
                                    "12")
                            .statusCode()));
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertEquals(1, java.util.Collections.frequency(statuses, 303), statuses.toString());
            assertEquals(
                    7,
                    java.util.Collections.frequency(statuses, 409) + java.util.Collections.frequency(statuses, 422),
                    statuses.toString());
        }
    }

    @Test
    void aClassIsMadeWithItsCardsAndStandsInTheAudit() {
        var hers = given.withClassOf(3);
        make(hers, "6A Maple", "28", "6").then().statusCode(303).header("Location", containsString("/classes/"));
        var made = named(hers, "6A Maple");
        assertEquals(28, made.cards().size());
        assertEquals("8-10", made.band());
        assertEquals(1, people.trailOf("class " + made.publicId()).size());
        hers.her().get("/classes").then().body(containsString("Year 6 · Ages 8 to 10 · 28 cards"));
    }

    @Test
    void moreThanSixtyChildrenBecomeTwoClasses() {
        var hers = given.withClassOf(3);
        make(hers, "Great Hall", "71", "5", "6").then().statusCode(303);
        assertEquals(36, named(hers, "Great Hall A").cards().size());
        assertEquals(35, named(hers, "Great Hall B").cards().size());
    }

    @Test
    void whatCannotBeIsToldAndNothingTypedIsLost() {
        var hers = given.withClassOf(3);
        make(hers, "5B Rowan", "28", "5")
                .then()
                .statusCode(422)
                .body(containsString("already has a class called 5B Rowan"));
        make(hers, "", "28", "5").then().statusCode(422).body(containsString("Give the class a name"));
        make(hers, "6A", "28").then().statusCode(422).body(containsString("Say which year group"));
        make(hers, "6A \"Maple\"", "many", "6")
                .then()
                .statusCode(422)
                .body(containsString("A class has 1 to 60 children, not 0."))
                .body(containsString("value=\"6A &quot;Maple&quot;\""))
                .body(containsString("id=\"year-6\" name=\"year\" value=\"6\" checked"));
        assertEquals(1, now(hers).size());
    }

    @Test
    void aClassIsRenamedAndMovedToOtherYearGroups() {
        var hers = given.withClassOf(3);
        hers.her()
                .post(
                        hers.path() + "/change",
                        hers.path() + "/change",
                        "name",
                        "3/4 Oak",
                        "year",
                        "3",
                        "year",
                        "4",
                        "band",
                        "")
                .then()
                .statusCode(303);
        hers.her().get(hers.path()).then().body(containsString("Years 3 and 4, ages 8 to 10, 3 cards"));
    }

    @Test
    void aClassMadeByMistakeIsRemovedWithItsGroups() {
        var hers = given.withClassOf(3);
        hers.her().post(hers.path(), hers.path() + "/groups", "name", "Half", "card", "1");
        hers.her().post(hers.path() + "/change", hers.path() + "/remove").then().statusCode(303);
        hers.her().get(hers.path()).then().statusCode(404);
        assertEquals(List.of(), now(hers));
    }

    @Test
    void aListIsShownBeforeAnythingIsMade() {
        var hers = given.withClassOf(3);
        var list = "5B Rowan\tYear 5\t3\n6A Maple\tYear 6\t28\nHall, Reception, 65";
        check(hers, list)
                .then()
                .statusCode(200)
                .body(containsString("There already"))
                .body(containsString("28 cards, for lessons of ages 8 to 10."))
                .body(containsString("this becomes two: Hall A with 33 cards and Hall B with 32 cards"))
                .body(containsString("Make these 3 classes"));
        assertEquals(1, now(hers).size());
        create(hers, list).then().statusCode(303);
        assertEquals(List.of("5B Rowan", "6A Maple", "Hall A", "Hall B"), names(hers));
    }

    @Test
    void theSameListTwiceChangesNothing() {
        var hers = given.withClassOf(3);
        var list = "6A Maple, 28\n6B Elm, 27";
        create(hers, list).then().statusCode(303);
        create(hers, list).then().statusCode(303);
        create(hers, "6a maple, 30").then().statusCode(303);
        assertEquals(List.of("5B Rowan", "6A Maple", "6B Elm"), names(hers));
        assertEquals(28, named(hers, "6A Maple").cards().size());
        check(hers, "6A Maple, 30").then().body(containsString("Nothing changes here: it has 28 cards."));
    }

    @Test
    void aProblemKeepsTheWholeListAndMakesNothing() {
        var hers = given.withClassOf(3);
        var list = "6A Maple, 28\nSquirrels, 26\n<script>x</script>, Year 5, 9";
        check(hers, list)
                .then()
                .statusCode(422)
                .body(containsString("Line 2: Which year group is Squirrels in?"))
                .body(containsString("&lt;script&gt;x&lt;/script&gt;, Year 5, 9</textarea>"));
        create(hers, list).then().statusCode(422);
        assertEquals(1, now(hers).size());
    }

    @Test
    void aListChangedAfterItWasCheckedIsShownAgain() {
        var hers = given.withClassOf(3);
        send(hers, "6A Maple, 29", mark(check(hers, "6A Maple, 28")))
                .then()
                .statusCode(422)
                .body(containsString("The list has changed since it was checked."));
        assertEquals(1, now(hers).size());
    }

    @Test
    void anEmptyListIsToldSo() {
        check(given.withClassOf(3), " \n")
                .then()
                .statusCode(422)
                .body(containsString("Type or paste at least one class."));
    }

    @Test
    void tenWhoMakeTheSameListAtOnceMakeItOnce() throws Exception {
        var hers = given.withClassOf(3);
        var list = "6A Maple, 28\n6B Elm, 27";
        var mark = mark(check(hers, list));
        try (var teachers = Executors.newFixedThreadPool(10)) {
            Callable<Integer> press = () -> send(hers, list, mark).statusCode();
            for (var answer : teachers.invokeAll(java.util.Collections.nCopies(10, press))) {
                assertEquals(303, answer.get());
            }
        }
        assertEquals(List.of("5B Rowan", "6A Maple", "6B Elm"), names(hers));
    }

    @Test
    void anotherSchoolsClassIsNeitherChangedNorRemoved() {
        var theirs = given.withClassOf(3);
        var hers = given.withClassOf(3);
        hers.her().get(theirs.path() + "/change").then().statusCode(404);
        hers.her()
                .post(hers.path(), theirs.path() + "/change", "name", "Mine", "year", "5")
                .then()
                .statusCode(404);
        hers.her().post(hers.path(), theirs.path() + "/remove").then().statusCode(404);
        theirs.her().get(theirs.path()).then().statusCode(200).body(not(containsString("Mine")));
    }

    private static Response make(GivenSchool.Taught hers, String name, String children, String... years) {
        var fields = new java.util.ArrayList<>(List.of("name", name, "children", children));
        List.of(years).forEach(year -> fields.addAll(List.of("year", year)));
        return hers.her().post("/classes/new", "/classes", fields.toArray(String[]::new));
    }

    private static Response check(GivenSchool.Taught hers, String list) {
        return hers.her().post("/classes/from-a-list", "/classes/from-a-list/check", "list", list);
    }

    private static Response create(GivenSchool.Taught hers, String list) {
        return send(hers, list, mark(check(hers, list)));
    }

    private static Response send(GivenSchool.Taught hers, String list, String mark) {
        return hers.her().post("/classes/from-a-list", "/classes/from-a-list/create", "list", list, "checked", mark);
    }

    private static String mark(Response page) {
        var found = CHECKED.matcher(page.asString());
        return found.find() ? found.group(1) : "";
    }

    private List<ClassFacts> now(GivenSchool.Taught hers) {
        return schools.classesNow(hers.school().id());
    }

    private List<String> names(GivenSchool.Taught hers) {
        return now(hers).stream().map(ClassFacts::name).toList();
    }

    private ClassFacts named(GivenSchool.Taught hers, String name) {
        return now(hers).stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
