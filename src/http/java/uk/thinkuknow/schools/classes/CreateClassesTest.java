package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the pages that create classes, one by one or from a list, and change or remove them. */
@QuarkusTest
class CreateClassesTest {
    private static final Pattern CHECKED = Pattern.compile("name=\"checked\" value=\"([^\"]*)\"");

    @Inject
    GivenSchool given;

    @Inject
    DataSource database;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    /** This happens when a button is pressed again and again on a slow connection. */
    @Test
    void aClassSentEightTimesAtOnceIsCreatedOnceAndTheOtherRequestsAreRefused() throws Exception {
        var ownClass = given.withClassOf(3);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var page = ownClass.asTeacher().open("/classes/new");
            var answers = threads.invokeAll(java.util.Collections.nCopies(8, (java.util.concurrent.Callable<Integer>)
                    () -> page.send(
                                    ownClass.teacher() + " teacher",
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
    void aClassIsCreatedWithItsCardsAndAudited() {
        var ownClass = given.withClassOf(3);
        make(ownClass, "6A Maple", "28", "6").then().statusCode(303).header("Location", containsString("/classes/"));
        var made = named(ownClass, "6A Maple");
        assertEquals(28, made.cards().size());
        assertEquals("8-10", made.band());
        assertEquals(1, people.trailOf("class " + made.publicId()).size());
        ownClass.asTeacher().get("/classes").then().body(containsString("Year 6 · Ages 8 to 10 · 28 cards"));
    }

    @Test
    void moreThanSixtyChildrenBecomeTwoClasses() {
        var ownClass = given.withClassOf(3);
        make(ownClass, "Great Hall", "71", "5", "6").then().statusCode(303);
        assertEquals(36, named(ownClass, "Great Hall A").cards().size());
        assertEquals(35, named(ownClass, "Great Hall B").cards().size());
    }

    @Test
    void aRefusedClassSaysWhyAndKeepsTheInput() {
        var ownClass = given.withClassOf(3);
        make(ownClass, "5B Rowan", "28", "5")
                .then()
                .statusCode(422)
                .body(containsString("already has a class called 5B Rowan"));
        make(ownClass, "", "28", "5").then().statusCode(422).body(containsString("Give the class a name"));
        make(ownClass, "6A", "28").then().statusCode(422).body(containsString("Say which year group"));
        make(ownClass, "6A \"Maple\"", "many", "6")
                .then()
                .statusCode(422)
                .body(containsString("A class has 1 to 60 children, not 0."))
                .body(containsString("value=\"6A &quot;Maple&quot;\""))
                .body(containsString("id=\"year-6\" name=\"year\" value=\"6\" checked"));
        assertEquals(1, now(ownClass).size());
    }

    @Test
    void aClassIsMovedToOtherYearGroups() {
        var ownClass = given.withClassOf(3);
        ownClass.asTeacher()
                .post(
                        ownClass.path() + "/change",
                        ownClass.path() + "/change",
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
        ownClass.asTeacher().get(ownClass.path()).then().body(containsString("Years 3 and 4, ages 8 to 10, 3 cards"));
    }

    @Test
    void aClassOfAnEarlierYearGetsANewNameButStaysInItsYearGroupsAndItsBand() throws SQLException {
        var ownClass = given.withClassOf(3);
        try (var connection = database.getConnection();
                var earlier = connection.createStatement()) {
            earlier.executeUpdate("UPDATE class_group SET year_key = '2025-26' WHERE public_id = '"
                    + ownClass.path().replaceAll(".*/", "") + "'");
        }
        var form = ownClass.asTeacher().get(ownClass.path() + "/change").asString();
        var year = form.replaceAll("(?s).*name=\"year\" value=\"(\\d+)\" checked.*", "$1");
        assertEquals(
                422,
                changed(ownClass, "5B Rowan", "" + (Integer.parseInt(year) + 1), "")
                        .statusCode());
        changed(ownClass, "5B Rowan", year, "14-18")
                .then()
                .statusCode(422)
                .body(containsString("is a class of an earlier school year"));
        assertEquals(303, changed(ownClass, "The old Rowan", year, "").statusCode());
        ownClass.asTeacher().get(ownClass.path()).then().body(containsString("The old Rowan"));
    }

    private static Response changed(GivenSchool.TaughtClass ownClass, String name, String year, String band) {
        var form = ownClass.path() + "/change";
        return ownClass.asTeacher().post(form, form, "name", name, "year", year, "band", band);
    }

    @Test
    void aClassMadeByMistakeIsRemovedWithItsGroups() {
        var ownClass = given.withClassOf(3);
        ownClass.asTeacher().post(ownClass.path(), ownClass.path() + "/groups", "name", "Half", "card", "1");
        ownClass.asTeacher()
                .post(ownClass.path() + "/change", ownClass.path() + "/remove")
                .then()
                .statusCode(303);
        ownClass.asTeacher().get(ownClass.path()).then().statusCode(404);
        assertEquals(List.of(), now(ownClass));
    }

    @Test
    void aCheckShowsWhatAListCreatesBeforeAnyClassIsCreated() {
        var ownClass = given.withClassOf(3);
        var list = "5B Rowan\tYear 5\t3\n6A Maple\tYear 6\t28\nHall, Reception, 65";
        check(ownClass, list)
                .then()
                .statusCode(200)
                .body(containsString("There already"))
                .body(containsString("28 cards, for lessons of ages 8 to 10."))
                .body(containsString("this becomes two: Hall A with 33 cards and Hall B with 32 cards"))
                .body(containsString("Make these 3 classes"));
        assertEquals(1, now(ownClass).size());
        create(ownClass, list).then().statusCode(303);
        assertEquals(List.of("5B Rowan", "6A Maple", "Hall A", "Hall B"), names(ownClass));
    }

    @Test
    void aListSentTwiceCreatesItsClassesOnce() {
        var ownClass = given.withClassOf(3);
        var list = "6A Maple, 28\n6B Elm, 27";
        create(ownClass, list).then().statusCode(303);
        create(ownClass, list).then().statusCode(303);
        create(ownClass, "6a maple, 30").then().statusCode(303);
        assertEquals(List.of("5B Rowan", "6A Maple", "6B Elm"), names(ownClass));
        assertEquals(28, named(ownClass, "6A Maple").cards().size());
        check(ownClass, "6A Maple, 30").then().body(containsString("Nothing changes here: it has 28 cards."));
    }

    @Test
    void aProblemInOneLineKeepsTheWholeListAndCreatesNoClass() {
        var ownClass = given.withClassOf(3);
        var list = "6A Maple, 28\nSquirrels, 26\n<script>x</script>, Year 5, 9";
        check(ownClass, list)
                .then()
                .statusCode(422)
                .body(containsString("Line 2: Which year group is Squirrels in?"))
                .body(containsString("&lt;script&gt;x&lt;/script&gt;, Year 5, 9</textarea>"));
        create(ownClass, list).then().statusCode(422);
        assertEquals(1, now(ownClass).size());
    }

    @Test
    void aListChangedAfterTheCheckIsShownAgainAndCreatesNoClass() {
        var ownClass = given.withClassOf(3);
        send(ownClass, "6A Maple, 29", mark(check(ownClass, "6A Maple, 28")))
                .then()
                .statusCode(422)
                .body(containsString("The list has changed since it was checked."));
        assertEquals(1, now(ownClass).size());
    }

    @Test
    void anEmptyListIsRefused() {
        check(given.withClassOf(3), " \n")
                .then()
                .statusCode(422)
                .body(containsString("Type or paste at least one class."));
    }

    @Test
    void tenRequestsWithTheSameListCreateItsClassesOnce() throws Exception {
        var ownClass = given.withClassOf(3);
        var list = "6A Maple, 28\n6B Elm, 27";
        var mark = mark(check(ownClass, list));
        try (var teachers = Executors.newFixedThreadPool(10)) {
            Callable<Integer> press = () -> send(ownClass, list, mark).statusCode();
            for (var answer : teachers.invokeAll(java.util.Collections.nCopies(10, press))) {
                assertEquals(303, answer.get());
            }
        }
        assertEquals(List.of("5B Rowan", "6A Maple", "6B Elm"), names(ownClass));
    }

    @Test
    void anotherSchoolsClassIsNeitherChangedNorRemoved() {
        var otherClass = given.withClassOf(3);
        var ownClass = given.withClassOf(3);
        ownClass.asTeacher().get(otherClass.path() + "/change").then().statusCode(404);
        ownClass.asTeacher()
                .post(ownClass.path(), otherClass.path() + "/change", "name", "Mine", "year", "5")
                .then()
                .statusCode(404);
        ownClass.asTeacher()
                .post(ownClass.path(), otherClass.path() + "/remove")
                .then()
                .statusCode(404);
        otherClass.asTeacher().get(otherClass.path()).then().statusCode(200).body(not(containsString("Mine")));
    }

    private static Response make(GivenSchool.TaughtClass ownClass, String name, String children, String... years) {
        var fields = new java.util.ArrayList<>(List.of("name", name, "children", children));
        List.of(years).forEach(year -> fields.addAll(List.of("year", year)));
        return ownClass.asTeacher().post("/classes/new", "/classes", fields.toArray(String[]::new));
    }

    private static Response check(GivenSchool.TaughtClass ownClass, String list) {
        return ownClass.asTeacher().post("/classes/from-a-list", "/classes/from-a-list/check", "list", list);
    }

    private static Response create(GivenSchool.TaughtClass ownClass, String list) {
        return send(ownClass, list, mark(check(ownClass, list)));
    }

    private static Response send(GivenSchool.TaughtClass ownClass, String list, String mark) {
        return ownClass.asTeacher()
                .post("/classes/from-a-list", "/classes/from-a-list/create", "list", list, "checked", mark);
    }

    private static String mark(Response page) {
        var found = CHECKED.matcher(page.asString());
        return found.find() ? found.group(1) : "";
    }

    private List<ClassFacts> now(GivenSchool.TaughtClass ownClass) {
        return schools.classesNow(ownClass.school().id());
    }

    private List<String> names(GivenSchool.TaughtClass ownClass) {
        return now(ownClass).stream().map(ClassFacts::name).toList();
    }

    private ClassFacts named(GivenSchool.TaughtClass ownClass, String name) {
        return now(ownClass).stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
