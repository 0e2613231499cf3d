package uk.thinkuknow.curriculum.pages;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.lesson.GivenFolder;
import uk.thinkuknow.curriculum.lesson.LessonWithdrawn;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.GivenDayOver;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests that one person withdraws a lesson in their area for a day, and that a second person or a reviewer decides. */
@QuarkusTest
class WithdrawalsResourceTest {
    private static final Predicate<Scope> HERE = Scope.authority("w-here")::equals;
    private static final Predicate<Scope> ELSEWHERE = Scope.authority("w-elsewhere")::equals;
    private static final Predicate<Scope> NOWHERE = area -> false;

    /** A page with a form for every manager. */
    private static final String FORM = "/modules/who-is-really-there";

    private final StaffBrowser hana = StaffBrowser.as("w-hana manager");
    private final StaffBrowser hugo = StaffBrowser.as("w-hugo manager");
    private final StaffBrowser elin = StaffBrowser.as("w-elin manager");
    private final StaffBrowser mina = StaffBrowser.as("w-mina manager");
    private final StaffBrowser meg = StaffBrowser.as("w-meg manager");
    private final StaffBrowser rita = StaffBrowser.as("w-rita reviewer");

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Inject
    GivenDayOver dayOver;

    @Inject
    GivenSchool schools;

    @BeforeEach
    void managersOfTwoAuthoritiesAndOfTheProgramme() {
        for (var who : List.of("hana", "hugo", "elin", "mina", "meg", "rita")) {
            if (people.accountByUsername("w-" + who).isEmpty()) {
                people.addAccount("w-" + who, "W " + who, who + "@withdrawals.example", true);
            }
        }
        List.of(hana, hugo, elin, mina, meg, rita)
                .forEach(who -> who.get("/withdrawals").then().statusCode(200));
        area("hana", "w-here");
        area("hugo", "w-here");
        area("elin", "w-elsewhere");
    }

    @Test
    void aManagerWithdrawsALessonInTheirOwnAreaAndNowhereElse() {
        var key = published("w-area");
        withdraw(hana, key).then().statusCode(303);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
        assertEquals(key, curriculum.toTeach(key, ELSEWHERE).key());
        assertFalse(
                curriculum.currentIn(HERE).stream().anyMatch(each -> each.key().equals(key)));
        hana.get("/modules/" + key)
                .then()
                .body(containsString("W hana withdrew this lesson in"))
                .body(containsString("Step 1 is out of date"))
                .body(containsString("It waits for a second signature."));
        elin.get("/modules/" + key)
                .then()
                .body(containsString("W hana withdrew this lesson in"))
                .body(not(containsString("Step 1 is out of date")));
    }

    @Test
    void aSecondManagerOfTheAreaKeepsItWithdrawnBeyondTheDay() {
        var key = published("w-signed");
        withdraw(hana, key);
        assertEquals(1, letters("hugo", key, "Lesson withdrawn"));
        assertEquals(0, letters("elin", key, "Lesson withdrawn"));
        keep(hana, key).then().statusCode(303);
        keep(elin, key).then().statusCode(303);
        dayOver.of(key, false);
        keep(hugo, key).then().statusCode(303);
        assertEquals(1, letters("hana", key, "Decided about the lesson"));
        dayOver.of(key, true);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
        assertEquals(key, curriculum.toTeach(key, ELSEWHERE).key());
    }

    @Test
    void withoutASecondSignatureItIsRestoredAfterADayAndBothAreTold() {
        var key = published("w-expired");
        withdraw(hana, key);
        dayOver.of(key, true);
        assertEquals(key, curriculum.toTeach(key, HERE).key());
        assertEquals(1, letters("hana", key, "Decided about the lesson"));
        assertEquals(1, letters("hugo", key, "Decided about the lesson"));
    }

    @Test
    void forTheWholeProgrammeASecondManagerOfTheProgrammeSigns() {
        var key = published("w-everywhere");
        withdraw(hana, key, "where", "everywhere").then().statusCode(303);
        assertEquals(key, curriculum.toTeach(key, ELSEWHERE).key());
        keep(hugo, key);
        assertEquals(key, curriculum.toTeach(key, ELSEWHERE).key());
        keep(mina, key);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, ELSEWHERE));
        dayOver.of(key, true);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, NOWHERE));
    }

    @Test
    void aManagerOfTheProgrammeAloneWithdrawsItEverywhereForADayOnly() {
        var key = published("w-alone");
        withdraw(mina, key);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, NOWHERE));
        keep(mina, key);
        dayOver.of(key, true);
        assertEquals(key, curriculum.toTeach(key, NOWHERE).key());
        assertEquals(1, letters("mina", key, "Decided about the lesson"));

        withdraw(meg, key);
        keep(mina, key);
        dayOver.of(key, true);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, NOWHERE));
    }

    @Test
    void nobodyMakesTheirOwnDayLonger() {
        var key = published("w-again");
        withdraw(hana, key).then().statusCode(303);
        act(hana, key, "restore");
        withdraw(hana, key).then().statusCode(303);
        dayOver.of(key, true);
        withdraw(hana, key).then().statusCode(422).body(containsString("and nobody has signed. Ask somebody else"));
        assertEquals(key, curriculum.toTeach(key, HERE).key());
        withdraw(hugo, key).then().statusCode(303);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
    }

    @Test
    void aStepThatIsWithdrawnBeginsNoNewDay() {
        var key = published("w-step-day");
        withdraw(mina, key).then().statusCode(303);
        dayOver.of(key, true);
        assertEquals(303, withdrawStep(mina, key, "talk"));
        withdraw(mina, key).then().statusCode(422);
        assertEquals(2, curriculum.toTeach(key, HERE).number());
        withdraw(meg, key).then().statusCode(303);
    }

    @Test
    void aboutSafeguardingItStaysWithdrawnUntilAReviewerDecides() {
        var key = published("w-safety");
        withdraw(hana, key, "about", "safeguarding");
        assertEquals(1, letters("rita", key, "Lesson withdrawn"));
        keep(hugo, key);
        act(hana, key, "restore");
        dayOver.of(key, true);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
        hana.get("/withdrawals").then().body(containsString("until a reviewer has decided"));
        act(rita, key, "restore");
        assertEquals(key, curriculum.toTeach(key, HERE).key());
        assertEquals(1, letters("hana", key, "Decided about the lesson"));
    }

    /** The first leaves its versions to the second when it ends. */
    @Test
    void aLessonThatWasWithdrawnTwiceIsInUseWhenBothAreRestored() {
        var key = published("w-twice");
        withdraw(mina, key);
        var first = id(key);
        withdraw(meg, key, "about", "safeguarding");
        mina.post(FORM, "/withdrawals/" + first + "/restore").then().statusCode(303);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, NOWHERE));
        act(rita, key, "restore");
        assertEquals(key, curriculum.toTeach(key, NOWHERE).key());
    }

    @Test
    void whoWithdrewALessonRestoresItUnlessSomebodyHasSigned() {
        var key = published("w-mistake");
        withdraw(hana, key);
        act(hana, key, "restore");
        assertEquals(key, curriculum.toTeach(key, HERE).key());
        act(hana, key, "restore");

        withdraw(hana, key);
        keep(hugo, key);
        act(hana, key, "restore");
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
    }

    @Test
    void aNewVersionPutsItBack() {
        var key = published("w-version");
        withdraw(hana, key);
        keep(hugo, key);
        var yaml = GivenFolder.MODULE.replace("KEY", key).replace("Listen.", "Listen well.");
        curriculum.publish(GivenFolder.with(key, yaml));
        assertEquals(key, curriculum.toTeach(key, HERE).key());
        hana.get("/withdrawals").then().body(not(containsString(id(key))));
    }

    @Test
    void aStepThatIsWithdrawnPutsNoLessonBack() {
        var key = published("w-one-step");
        withdraw(hana, key, "about", "safeguarding");
        var page = "/modules/" + key + "/steps";
        mina.post(page, page + "/withdraw", "step", "talk", "why", "A spelling mistake")
                .then()
                .statusCode(303);
        assertEquals(2, curriculum.current(key).number());
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
        assertEquals(2, curriculum.toTeach(key, ELSEWHERE).number());
        rita.get("/withdrawals").then().body(containsString(id(key)));
        act(rita, key, "restore");
        assertEquals(2, curriculum.toTeach(key, HERE).number());
    }

    @Test
    void aReasonAboutSafeguardingIsKeptWhileALessonIsOutOfUseForAnother() {
        var key = published("w-two-reasons");
        withdraw(mina, key);
        var first = id(key);
        hana.get("/modules/" + key).then().body(containsString("action=\"/modules/" + key + "/withdraw\""));
        withdraw(hugo, key).then().statusCode(303);
        assertEquals(first, id(key), "nothing new");
        withdraw(hana, key, "about", "safeguarding").then().statusCode(303);
        assertEquals(1, letters("rita", key, "Lesson withdrawn"));
        meg.get("/modules/" + key).then().body(not(containsString("action=\"/modules/" + key + "/withdraw\"")));
        mina.post(FORM, "/withdrawals/" + first + "/restore").then().statusCode(303);
        assertThrows(LessonWithdrawn.class, () -> curriculum.toTeach(key, HERE));
        assertEquals(key, curriculum.toTeach(key, ELSEWHERE).key());
        act(rita, key, "restore");
        assertEquals(key, curriculum.toTeach(key, HERE).key());
    }

    @Test
    void aLessonThatIsWithdrawnAtASchoolIsNeitherPrintedNorTriedThere() {
        var key = published("w-paper");
        var taught = schools.withClassOf(3);
        var teacher = taught.asTeacher();
        var page = "/modules/" + key;
        teacher.get(page + "/try").then().statusCode(200);
        teacher.get(page + "/paper.pdf").then().statusCode(200);
        people.setArea(
                people.accountByUsername("w-hana").orElseThrow().id(),
                Scope.region(taught.school().regionKey()));
        withdraw(hana, key, "about", "safeguarding");
        teacher.get(page + "/try").then().statusCode(409);
        teacher.get(page + "/paper.pdf").then().statusCode(409);
        teacher.get(page).then().body(not(containsString("/paper.pdf"))).body(not(containsString("/try\"")));
        mina.get(page + "/paper.pdf").then().statusCode(200);
    }

    @Test
    void aLessonThatIsWithdrawnForTheSafetyOfChildrenIsTakenAwayOnlyToMendIt() {
        var key = published("w-away");
        var page = "/studio/modules/" + key;
        var sian = StaffBrowser.as("sian trainer");
        var toPlay = List.of("/scorm.zip", "/qti.zip", "/questions.csv");
        toPlay.forEach(file -> sian.get(page + file).then().statusCode(200));
        withdraw(hana, key, "about", "safeguarding");
        toPlay.forEach(file -> sian.get(page + file).then().statusCode(409));
        sian.get(page + "/lesson.zip").then().statusCode(200);
        sian.get(page)
                .then()
                .statusCode(200)
                .body(containsString("This lesson has been withdrawn."))
                .body(not(containsString("scorm.zip")));
    }

    @Test
    void onePersonWithdrawsTwoStepsAWeekAndTheOthersAreTold() {
        var key = "w-steps";
        var more = "  - {kind: talk-about-it, key: more, title: More, prompt: Say more, teacher-notes: In pairs}\n";
        curriculum.publish(GivenFolder.with(
                key, GivenFolder.MODULE.replace("KEY", key).replace("ending: Tell", more + "ending: Tell")));
        assertEquals(303, withdrawStep(mina, key, "look"));
        assertEquals(1, letters("meg", key, "A step of a lesson"));
        assertEquals(1, letters("rita", key, "A step of a lesson"));
        assertEquals(0, letters("mina", key, "A step of a lesson"));
        assertEquals(303, withdrawStep(mina, key, "talk"));
        assertEquals(422, withdrawStep(mina, key, "more"));
        assertEquals(303, withdrawStep(meg, key, "more"));
    }

    private static int withdrawStep(StaffBrowser who, String key, String step) {
        var page = "/modules/" + key + "/steps";
        return who.post(page, page + "/withdraw", "step", step, "why", "A mistake")
                .statusCode();
    }

    @Test
    void aManagerOfAnAreaWithdrawsNoStep() {
        var key = published("w-step");
        var page = "/modules/" + key + "/steps";
        var step = curriculum.current(key).lesson().steps().getFirst().key();
        hana.post(page, page + "/withdraw", "step", step, "why", "Out of date")
                .then()
                .statusCode(422)
                .body(containsString("A step is withdrawn for the whole programme"));
        assertEquals(1, curriculum.current(key).number());
    }

    @Test
    void anUnknownWithdrawalIsNotFound() {
        mina.post(FORM, "/withdrawals/aaaaaaaaaa/keep").then().statusCode(404);
    }

    private String published(String key) {
        curriculum.publish(GivenFolder.of(key));
        return key;
    }

    private io.restassured.response.Response withdraw(StaffBrowser who, String key, String... more) {
        var fields = new java.util.ArrayList<>(List.of("why", "Step 1 is out of date"));
        fields.addAll(List.of(more));
        return who.post("/modules/" + key, "/modules/" + key + "/withdraw", fields.toArray(String[]::new));
    }

    private io.restassured.response.Response keep(StaffBrowser who, String key) {
        return act(who, key, "keep");
    }

    /** Sends the form even if the page does not offer it. */
    private io.restassured.response.Response act(StaffBrowser who, String key, String act) {
        return who.post(who == rita ? "/withdrawals" : FORM, "/withdrawals/" + id(key) + "/" + act);
    }

    private String id(String key) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select public_id from lesson_withdrawal where module_key = ?1 order by id desc limit 1")
                .setParameter(1, key)
                .getSingleResult());
    }

    private void area(String who, String authority) {
        people.setArea(people.accountByUsername("w-" + who).orElseThrow().id(), Scope.authority(authority));
    }

    private long letters(String who, String key, String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(
                                        "select count(*) from letter where recipient = ?1 and subject like concat(?2, '%') and about = ?3")
                                .setParameter(1, who + "@withdrawals.example")
                                .setParameter(2, subject)
                                .setParameter(3, "module " + key)
                                .getSingleResult())
                        .longValue());
    }
}
