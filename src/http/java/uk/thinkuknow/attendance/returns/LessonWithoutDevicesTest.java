package uk.thinkuknow.attendance.returns;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.common.London;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests lessons without devices, started now or entered afterwards, and signed by the class list or by heads. */
@QuarkusTest
class LessonWithoutDevicesTest {
    @Inject
    GivenSchool given;

    @Inject
    SchoolService schools;

    @Inject
    GivenLesson ask;

    @Inject
    CurriculumService curriculum;

    @Inject
    EntityManager database;

    @Inject
    SessionFactory sessionFactory;

    @Inject
    Clock clock;

    private GivenSchool.TaughtClass taught;
    private LocalDate yesterday;

    @BeforeEach
    void aClassWhichMayBeTaught() {
        taught = given.withClassOf(30);
        given.appointLead(taught);
        yesterday = London.today(clock).minusDays(1);
        curriculum.recordReview(module().versionId(), "A. Reviewer", clock.instant());
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                insert ignore into safeguard (safeguard_key, recorded_by, recorded_at, note)
                values ('impact-assessment', 'ada', now(6), 'here'), ('deletion', 'ada', now(6), 'here'),
                ('help-words', 'ada', now(6), 'here')""").executeUpdate());
    }

    @Test
    void aLessonEnteredAfterwardsIsSignedByTickingTheClassList() {
        var register = registerOf(enter("k1", yesterday, "10:40", "45").then().statusCode(303));
        taught.asTeacher()
                .get(register)
                .then()
                .body(containsString("10:40 to 11:25"))
                .body(containsString("I went through the class list"));
        signByList(register, 7, 19).then().statusCode(303);
        assertEquals(28, number("SELECT BIT_COUNT(l.named_b_low) FROM return_line l WHERE l.school_id = ?"));
        assertEquals(0, number("SELECT l.unnamed + l.named_a_low FROM return_line l WHERE l.school_id = ?"));
        assertEquals(1, number("SELECT local_date = CURRENT_DATE - INTERVAL 1 DAY FROM session WHERE school_id = ?"));
    }

    @Test
    void theStartPageSaysWhenTheClassHadTheLesson() {
        taught.asTeacher().get("/sessions/new").then().body(not(containsString(" had it on ")));
        enter("k1", yesterday, "10:40", "45").then().statusCode(303);
        taught.asTeacher()
                .get("/sessions/new?class=" + taught.schoolClass().publicId())
                .then()
                .body(containsString("5B Rowan had it on " + yesterday.getDayOfMonth() + " "));
    }

    @Test
    void aLessonEnteredAfterwardsIsSignedByItsHeads() {
        var register = registerOf(enter("k1", yesterday, "9.05", "50").then().statusCode(303));
        var id = taught.schoolClass().publicId();
        taught.asTeacher()
                .post(register, register + "/sign", "heads-" + id, "27", "kept-" + id, "heads")
                .then()
                .statusCode(303);
        assertEquals(27, number("SELECT unnamed FROM return_line WHERE school_id = ?"));
    }

    @Test
    void aLessonStartedNowWithoutDevicesIsSignedByTickingTheClassListToo() {
        var started = taught.asTeacher()
                .post("/sessions/new", "/sessions/start", with("key", "now" + taught.teacher(), "devices", "no"));
        var session =
                started.then().statusCode(303).extract().header("Location").replaceAll("^.*(?=/sessions/)", "");
        ask.update(
                "UPDATE session SET started_at = started_at - INTERVAL 40 MINUTE WHERE school_id = ?",
                taught.school().id());
        taught.asTeacher().post(session, session + "/end").then().statusCode(303);
        signByList(session + "/register", 30).then().statusCode(303);
        assertEquals(29, number("SELECT BIT_COUNT(named_b_low) FROM return_line WHERE school_id = ?"));
    }

    @Test
    void futureOrInvalidTimesAreRefusedAndTheTypedTextIsKept() {
        var today = London.today(clock);
        enter("k1", today.plusDays(1), "10:40", "45")
                .then()
                .statusCode(422)
                .body(containsString("That is not over yet."))
                .body(containsString("value=\"10:40\""))
                .body(containsString("value=\"" + taught.schoolClass().publicId() + "\" checked"));
        enter("k1", yesterday, "25:00", "45").then().statusCode(422).body(containsString("time at which it began"));
        enter("k1", yesterday, "10:40", "1").then().statusCode(422).body(containsString("how many minutes"));
        enter("k1", today.minusYears(1), "10:40", "45")
                .then()
                .statusCode(422)
                .body(containsString("another school year"));
        post(with(
                        "key",
                        "k1" + taught.teacher(),
                        "day",
                        "31",
                        "month",
                        "2",
                        "year",
                        "2026",
                        "time",
                        "10:40",
                        "minutes",
                        "45"))
                .then()
                .statusCode(422)
                .body(containsString("Type the day as numbers"));
        assertEquals(0, number("SELECT COUNT(*) FROM session WHERE school_id = ?"));
    }

    @Test
    void aLessonThatAClassHadBeforeItsCardsWereMadeIsEnteredAndWaitsForASecondPerson() {
        var register = registerOf(
                enter("k1", yesterday.minusDays(30), "10:40", "45").then().statusCode(303));
        signByList(register, 7).then().statusCode(303);
        assertEquals(0, number("SELECT COUNT(*) FROM return_line WHERE school_id = ?"));
        assertEquals(
                29, number("SELECT children FROM waiting_return_v WHERE school_id = ? AND grounds = 'ENTERED_LATE'"));
    }

    /** The judgement once read the rules, the school's calendar and its roll in small pieces: this limits its statements. */
    @Test
    void signingTakesAtMost36DatabaseStatements() {
        var statistics = sessionFactory.getStatistics();
        long fewest = IntStream.range(9, 14)
                .mapToLong(hour -> {
                    var register = registerOf(enter("k" + hour, yesterday, hour + ":00", "45")
                            .then()
                            .statusCode(303));
                    var opened = taught.asTeacher().open(register);
                    statistics.setStatisticsEnabled(true);
                    statistics.clear();
                    opened.send(taught.teacher() + " teacher", register + "/sign?no-conflicts", ticked(7))
                            .then()
                            .statusCode(303);
                    return statistics.getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
        statistics.setStatisticsEnabled(false);
        assertTrue(fewest <= 36, fewest + " statements");
    }

    @Test
    void aLessonSentTwiceIsEnteredOnceAndCannotOverlapAnotherOfItsClass() {
        enter("k1", yesterday, "10:40", "45").then().statusCode(303);
        enter("k1", yesterday, "10:40", "45").then().statusCode(303);
        enter("k2", yesterday, "11:20", "45").then().statusCode(422).body(containsString("had a session at that time"));
        enter("k3", yesterday, "11:25", "45").then().statusCode(303);
        assertEquals(2, number("SELECT COUNT(*) FROM session WHERE school_id = ?"));
    }

    /** Two halves that are made up afterwards would be counted as different children. */
    @Test
    void aLessonIsNotEnteredForAGroupThatWasMadeOrGotOtherCardsAfterIt() {
        var classId = taught.schoolClass().publicId();
        var group = schools.addGroup(taught.school().id(), classId, "Half", CardSet.of(List.of(1, 2, 3)));
        enter("k1", yesterday, "10:40", "45", "group-" + classId, group.value())
                .then()
                .statusCode(422)
                .body(containsString("The group Half was made, or got other cards, after this lesson."));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update card_group set created_at = created_at - interval 3 day where public_id = '"
                                        + group + "'")
                        .executeUpdate());
        var page = "/classes/" + classId + "/groups/" + group;
        var change = page + "/change";
        taught.asTeacher()
                .post(
                        page,
                        change,
                        "name",
                        "Other",
                        "card-" + classId,
                        "1",
                        "card-" + classId,
                        "2",
                        "card-" + classId,
                        "3");
        enter("k2", yesterday, "10:40", "45", "group-" + classId, group.value())
                .then()
                .statusCode(303);
        taught.asTeacher().post(page, change, "name", "Other", "card-" + classId, "4");
        enter("k3", yesterday, "14:40", "45", "group-" + classId, group.value())
                .then()
                .statusCode(422);
        assertEquals(1, number("SELECT COUNT(*) FROM session WHERE school_id = ?"));
    }

    @Test
    void aLessonOfAnotherSchoolsClassCannotBeEntered() {
        var theirs = given.withClassOf(3);
        post(
                        "module",
                        module().key(),
                        "class",
                        theirs.schoolClass().publicId().value(),
                        "key",
                        "k1" + taught.teacher(),
                        "day",
                        String.valueOf(yesterday.getDayOfMonth()),
                        "month",
                        String.valueOf(yesterday.getMonthValue()),
                        "year",
                        String.valueOf(yesterday.getYear()),
                        "time",
                        "10:40",
                        "minutes",
                        "45")
                .then()
                .statusCode(404);
    }

    private Response enter(String key, LocalDate day, String time, String minutes, String... more) {
        var fields = new ArrayList<>(List.of(
                "key",
                key + taught.teacher(),
                "day",
                String.valueOf(day.getDayOfMonth()),
                "month",
                String.valueOf(day.getMonthValue()),
                "year",
                String.valueOf(day.getYear()),
                "time",
                time,
                "minutes",
                minutes));
        fields.addAll(List.of(more));
        return post(with(fields.toArray(String[]::new)));
    }

    private Response post(String... fields) {
        return taught.asTeacher().post("/sessions/past", "/sessions/past", fields);
    }

    private String[] with(String... more) {
        var fields = new ArrayList<>(List.of(
                "module",
                module().key(),
                "class",
                taught.schoolClass().publicId().value(),
                "other-band",
                "yes"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private Response signByList(String register, int... absent) {
        return taught.asTeacher().post(register, register + "/sign", ticked(absent));
    }

    private String[] ticked(int... absent) {
        var id = taught.schoolClass().publicId();
        var shown = IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).toList();
        var fields = new ArrayList<>(List.of(
                "kept-" + id,
                "cards",
                "heads-" + id,
                String.valueOf(30 - absent.length),
                "shown-" + id,
                String.join(",", shown)));
        for (int card : absent) {
            fields.add("absent-" + id);
            fields.add(String.valueOf(card));
        }
        return fields.toArray(String[]::new);
    }

    private static String registerOf(io.restassured.response.ValidatableResponse entered) {
        return entered.extract().header("Location").replaceAll("^.*(?=/sessions/)", "");
    }

    private PublishedModule module() {
        return curriculum.current().getFirst();
    }

    private long number(String sql) {
        return ask.number(sql, taught.school().id());
    }
}
