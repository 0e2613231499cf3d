package uk.thinkuknow.schools.classes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.counting.ClassLink;
import uk.thinkuknow.counting.YearGroups;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.ClassFacts;
import uk.thinkuknow.schools.school.ClassService;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.NewClass;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the pages of the roll-over from this year's classes to next year's. */
@QuarkusTest
class RollOverTest {
    private static final Pattern CHECKED = Pattern.compile("name=\"checked\" value=\"([^\"]*)\"");

    @Inject
    GivenSchool given;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Inject
    ClassService classService;

    @Inject
    EntityManager database;

    private GivenSchool.TaughtClass ownClass;
    private String now;
    private String next;

    @BeforeEach
    void aSchoolWithThreeClasses() {
        ownClass = given.withClassOf(5);
        ownClass.asTeacher().post("/classes/new", "/classes", "name", "5C Ash", "children", "4", "year", "5");
        ownClass.asTeacher().post("/classes/new", "/classes", "name", "6A Maple", "children", "3", "year", "6");
        now = ownClass.schoolClass().yearKey();
        var years = schools.years("england");
        next = years.get(years.indexOf(now) + 1);
    }

    @Test
    void theNextYearIsProposedAndTheOldestLeave() {
        ownClass.asTeacher()
                .get("/classes/roll-over")
                .then()
                .statusCode(200)
                .body(containsString("From " + now + " to " + next))
                .body(containsString("name=\"into-" + id("5B Rowan") + "\" value=\"6B Rowan\""))
                .body(containsString("name=\"into-" + id("6A Maple") + "\" value=\"\""));
    }

    @Test
    void aYearThatHasItsClassesIsNotProposedAgainAndItsPageSaysSo() {
        var years = schools.years("england");
        var last = years.get(years.indexOf(now) - 1);
        classService.make(
                ownClass.school().id(), last, new NewClass("4B Rowan", YearGroups.cohorts(last, Set.of(4)), "8-10", 5));
        ownClass.asTeacher()
                .get("/classes/roll-over")
                .then()
                .body(containsString("From " + now + " to " + next))
                .body(containsString("Your school’s classes of " + now + " are there already"));
        ownClass.asTeacher()
                .get("/classes/roll-over?into=" + now)
                .then()
                .body(containsString("From " + last + " to " + now))
                .body(containsString("Your school has 3 classes of " + now + " already."))
                .body(not(containsString("are there already, and you teach")));
    }

    @Test
    void theSameChildrenKeepNumbersAndPicturesAndALeaversNumberIsNotReused() {
        ownClass.asTeacher().post(ownClass.path(), ownClass.path() + "/cards/retire", "number", "5");
        var fields = fields("6B Rowan", "6C Ash", "");
        fields.addAll(List.of("same-" + id("5B Rowan"), "yes"));
        check(fields).then().statusCode(200).body(containsString("4 cards, with the same numbers and pictures as now"));
        apply(fields).then().statusCode(303);
        var rowan = named("6B Rowan");
        assertEquals(List.of(2021), rowan.cohorts());
        assertEquals(
                4,
                rowan.cards().stream().filter(card -> card.retiredOn() == null).count());
        assertEquals(
                ownClass.schoolClass().cards().get(2).picture(),
                rowan.cards().get(2).picture());
        ownClass.asTeacher().post("/classes/" + rowan.publicId(), "/classes/" + rowan.publicId() + "/cards");
        assertEquals(6, named("6B Rowan").cards().getLast().number());
        assertEquals(
                List.of(new ClassLink(ownClass.schoolClass().id(), rowan.id(), true)),
                links().stream().filter(ClassLink::sameCards).toList());
        assertEquals(2, links().size());
        ownClass.asTeacher()
                .get("/classes/roll-over?into=" + next)
                .then()
                .body(containsString("from 5B Rowan: same children, same numbers"))
                .body(containsString("from 5C Ash: numbers given anew"));
    }

    @Test
    void classesAreMergedAndSplitAndANewIntakeIsAdded() {
        var fields = fields("6 All", "6 All, 6 Spare", "");
        fields.addAll(List.of("intake", "R Acorn, Reception, 30", "size-6 all", "7"));
        check(fields)
                .then()
                .statusCode(200)
                .body(containsString("from 5B Rowan and 5C Ash"))
                .body(containsString("These classes end with " + now + ": 6A Maple."));
        apply(fields).then().statusCode(303);
        assertEquals(List.of("6 All", "6 Spare", "R Acorn"), names());
        assertEquals(7, named("6 All").cards().size());
        assertEquals(2, named("6 Spare").cards().size());
        assertEquals(3, links().size());
        assertTrue(links().stream().noneMatch(ClassLink::sameCards));
    }

    @Test
    void aRefusedFormListsItsProblemsAndKeepsTheInput() {
        var fields = fields("6 All", "6 All", "7 Maple");
        fields.addAll(List.of("same-" + id("5B Rowan"), "yes", "intake", "6 All, Year 6, 20\nnonsense"));
        check(fields)
                .then()
                .statusCode(422)
                .body(containsString("5B Rowan: numbers stay the same only where one class goes on as one class."))
                .body(containsString("6A Maple leaves the school after this year"))
                .body(containsString("6 All is already the next class of another one."))
                .body(containsString("New intake, line 2: "))
                .body(containsString("nonsense</textarea>"));
        apply(fields).then().statusCode(422);
        assertEquals(List.of(), names());
    }

    /** Otherwise children would count twice over the start of a school year (counting rule 7). */
    @Test
    void aClassThatIsThereIsLinkedOnlyToClassesWhoseYearGroupsItHas() {
        makeNext("Oak", 3);
        makeNext("6B Rowan", 6);
        check(fields("Oak", "6B Rowan", ""))
                .then()
                .statusCode(422)
                .body(
                        containsString(
                                "5B Rowan cannot go on as Oak: that class is there already for Year 3, and these children are in Year 6 then."));
        apply(fields("Oak", "6B Rowan", "")).then().statusCode(422);
        check(fields("6B Rowan", "", "6B Rowan"))
                .then()
                .statusCode(422)
                .body(containsString("6A Maple leaves the school after this year"));
        assertEquals(List.of(), links());
        apply(fields("6B Rowan", "6C Ash", "")).then().statusCode(303);
        assertEquals(2, links().size());
        assertEquals(
                "From " + now + " to " + next
                        + ": 2 classes, 2 links; 0 of them with the same numbers. 5B Rowan to 6B Rowan; 5C Ash to 6C Ash",
                people.trailOf("school " + ownClass.school().publicId())
                        .getFirst()
                        .detail());
        changeYears(named("6B Rowan"), "3").then().statusCode(422).body(containsString("so it stays in Year 6"));
        changeYears(named("6B Rowan"), "6", "year", "3").then().statusCode(303);
        changeYears(ownClass.schoolClass(), "5", "year", "2").then().statusCode(422);
    }

    @Test
    void noNameIsProposedThatAClassOfOtherChildrenHas() {
        ownClass.asTeacher().post("/classes/new", "/classes", "name", "Oak", "children", "4", "year", "2");
        ownClass.asTeacher().post("/classes/new", "/classes", "name", "Elm", "children", "4", "year", "2");
        makeNext("Oak", 2);
        makeNext("Elm", 3);
        ownClass.asTeacher()
                .get("/classes/roll-over")
                .then()
                .body(containsString("name=\"into-" + id("Oak") + "\" value=\"\""))
                .body(containsString("name=\"into-" + id("Elm") + "\" value=\"Elm\""));
    }

    @Test
    void aRollOverCanBeMadeAgainAfterAnUndoButNotTwice() {
        apply(fields("6B Rowan", "", "")).then().statusCode(303);
        undo().then().statusCode(303);
        assertEquals(List.of(), names());
        var made = fields("6B Rowan", "6C Ash", "");
        apply(made).then().statusCode(303);
        // a second request finds it done
        ownClass.asTeacher()
                .post("/classes/new", "/classes/roll-over/apply", made.toArray(String[]::new))
                .then()
                .statusCode(303)
                .header("Location", containsString("into=" + next));
        assertEquals(2, names().size());
    }

    @Test
    void aRollOverIsUndoneOnlyWhileNoSessionUsesItsClasses() {
        apply(fields("6B Rowan", "6C Ash", "")).then().statusCode(303);
        addSession(named("6B Rowan"));
        undo().then().statusCode(409).body(containsString("This cannot be taken back any more"));
        assertEquals(List.of("6B Rowan", "6C Ash"), names());
        assertEquals(2, links().size());
        removeSession(named("6B Rowan"));
        undo().then().statusCode(303);
        assertEquals(List.of(), names());
        assertEquals(List.of(), links());
        var acts = people.trailOf("school " + ownClass.school().publicId()).stream()
                .map(PeopleService.RecordedAct::act)
                .toList();
        assertEquals(List.of("took a roll-over back", "rolled classes over"), acts);
    }

    @Test
    void aClassWithANextClassIsNotRemovedButTheNextClassIs() {
        apply(fields("6B Rowan", "", "")).then().statusCode(303);
        ownClass.asTeacher()
                .post(ownClass.path() + "/change", ownClass.path() + "/remove")
                .then()
                .statusCode(409);
        var nextClass = "/classes/" + named("6B Rowan").publicId();
        ownClass.asTeacher()
                .post(nextClass + "/change", nextClass + "/remove")
                .then()
                .statusCode(303);
        assertEquals(List.of(), links());
    }

    @Test
    void theSchoolConfirmsThatLastYearsListsAreDestroyed() {
        apply(fields("6B Rowan", "", "")).then().statusCode(303);
        var done = "/classes/roll-over?into=" + next;
        ownClass.asTeacher().post(done, action(done, "lists-destroyed")).then().statusCode(303);
        ownClass.asTeacher().get(done).then().body(containsString("Destroyed: confirmed by "));
    }

    @Test
    void aFormChangedAfterTheCheckIsShownAgainAndCreatesNoClass() {
        var mark = mark(check(fields("6B Rowan", "6C Ash", "")));
        var changed = fields("6B Oak", "6C Ash", "");
        changed.addAll(List.of("checked", mark));
        ownClass.asTeacher()
                .post("/classes/roll-over", "/classes/roll-over/apply", changed.toArray(String[]::new))
                .then()
                .statusCode(422)
                .body(containsString("You changed something."));
        assertEquals(List.of(), names());
    }

    @Test
    void tenRequestsAtOnceMakeTheRollOverOnce() throws Exception {
        var fields = fields("6B Rowan", "6C Ash", "");
        fields.addAll(List.of("checked", mark(check(fields))));
        try (var teachers = Executors.newFixedThreadPool(10)) {
            Callable<Integer> press = () -> ownClass.asTeacher()
                    .post("/classes/new", "/classes/roll-over/apply", fields.toArray(String[]::new))
                    .statusCode();
            for (var answer : teachers.invokeAll(java.util.Collections.nCopies(10, press))) {
                assertTrue(List.of(303, 422).contains(answer.get()));
            }
        }
        assertEquals(List.of("6B Rowan", "6C Ash"), names());
    }

    @Test
    void anotherSchoolsRollOverIsNotFound() {
        apply(fields("6B Rowan", "", "")).then().statusCode(303);
        var undo = action("/classes/roll-over?into=" + next, "undo");
        given.withClassOf(3).asTeacher().post("/classes/roll-over", undo).then().statusCode(404);
        ownClass.asTeacher().get("/classes/roll-over?into=1999-00").then().statusCode(404);
        assertEquals(List.of("6B Rowan"), names());
    }

    private void makeNext(String name, int year) {
        classService.make(
                ownClass.school().id(), next, new NewClass(name, YearGroups.cohorts(next, Set.of(year)), "8-10", 5));
    }

    private Response changeYears(ClassFacts schoolClass, String year, String... more) {
        var page = "/classes/" + schoolClass.publicId() + "/change";
        var form = new ArrayList<>(List.of("name", schoolClass.name(), "band", "", "year", year));
        form.addAll(List.of(more));
        return ownClass.asTeacher().post(page, page, form.toArray(String[]::new));
    }

    private List<String> fields(String rowan, String ash, String maple) {
        return new ArrayList<>(List.of(
                "into",
                next,
                "into-" + id("5B Rowan"),
                rowan,
                "into-" + id("5C Ash"),
                ash,
                "into-" + id("6A Maple"),
                maple));
    }

    private Response check(List<String> fields) {
        return ownClass.asTeacher()
                .post("/classes/roll-over", "/classes/roll-over/check", fields.toArray(String[]::new));
    }

    private Response apply(List<String> fields) {
        var all = new ArrayList<>(fields);
        all.addAll(List.of("checked", mark(check(fields))));
        return ownClass.asTeacher().post("/classes/roll-over", "/classes/roll-over/apply", all.toArray(String[]::new));
    }

    private Response undo() {
        var done = "/classes/roll-over?into=" + next;
        return ownClass.asTeacher().post(done, action(done, "undo"));
    }

    private String action(String page, String what) {
        var found = Pattern.compile("action=\"([^\"]+/" + what + ")\"")
                .matcher(ownClass.asTeacher().get(page).asString());
        return found.find() ? found.group(1) : "/none";
    }

    private static String mark(Response page) {
        var found = CHECKED.matcher(page.asString());
        return found.find() ? found.group(1) : "";
    }

    private String id(String name) {
        return schools.classesOf(ownClass.school().id(), now).stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .map(schoolClass -> schoolClass.publicId().value())
                .findFirst()
                .orElse("none");
    }

    private ClassFacts named(String name) {
        return schools.classesOf(ownClass.school().id(), next).stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return schools.classesOf(ownClass.school().id(), next).stream()
                .map(ClassFacts::name)
                .toList();
    }

    private List<ClassLink> links() {
        var own = schools.classesOf(ownClass.school().id(), now).stream()
                .map(ClassFacts::id)
                .toList();
        return schools.linksOver(now, next).stream()
                .filter(link -> own.contains(link.fromClass()))
                .toList();
    }

    /** Adds a running session of the class, which refers to it by a foreign key. */
    @Transactional
    void addSession(ClassFacts schoolClass) {
        database.createNativeQuery("""
                        insert into session (public_id, start_key, school_id, module_version_id, audience, devices, state, started_by, started_at, local_date, year_key, term_key)
                        select ?1, ?1, ?2, (select max(id) from module_version), 'lesson', true, 'RUNNING', min(id), now(), current_date, ?3, 'autumn' from staff""")
                .setParameter(1, schoolClass.publicId().value())
                .setParameter(2, schoolClass.schoolId())
                .setParameter(3, schoolClass.yearKey())
                .executeUpdate();
        database.createNativeQuery("""
                        insert into session_class (session_id, class_id, for_low, for_high, in_force_low, in_force_high)
                        select id, ?2, 1, 0, 1, 0 from session where public_id = ?1""")
                .setParameter(1, schoolClass.publicId().value())
                .setParameter(2, schoolClass.id())
                .executeUpdate();
    }

    @Transactional
    void removeSession(ClassFacts schoolClass) {
        database.createNativeQuery("delete from session_class where class_id = ?1")
                .setParameter(1, schoolClass.id())
                .executeUpdate();
    }
}
