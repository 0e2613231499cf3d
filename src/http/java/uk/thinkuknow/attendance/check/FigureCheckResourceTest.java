package uk.thinkuknow.attendance.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.PastReturn;
import uk.thinkuknow.attendance.returns.ReturnImporter;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.counting.CardSet;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.NewSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests figure checks from the draw to the answer. Each test has its own week, long ago, in which nothing else was
 * signed.
 */
@QuarkusTest
class FigureCheckResourceTest {
    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);

    @Inject
    SchoolService schools;

    @Inject
    PastSessions pastSessions;

    @Inject
    SessionService sessions;

    @Inject
    ReturnImporter importer;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    FigureDraws draws;

    @Inject
    FigureQuestions questions;

    @Inject
    FigureCheckLetters letters;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    RandomGenerator random;

    @Test
    void aReturnIsDrawnOnceWithAnAuditedSeedAColleagueOfTheSignerAnswersAndTheManagerSeesTheDifference() {
        var school = school();
        var week = LocalDate.of(2026, 1, 12);
        lesson(school, week, 27);
        ahead(Duration.ZERO).call(week);
        ahead(Duration.ZERO).call(week);
        assertEquals(
                1,
                number(
                        "select count(*) from figure_question q join figure_draw d on d.id = q.draw_id where d.week = '2026-01-12'"));
        assertEquals(
                1,
                number(
                        "select count(*) from audit_entry where subject = 'figure-check 2026-01-12' and detail like '1 of 1, seed %'"));
        assertEquals(
                1,
                number(
                        "select count(*) from audit_entry where subject = 'figure-check 2026-01-12' and act = 'drew these sessions'"));

        var id = question(week);
        var colleague = StaffBrowser.as(school.colleague() + " teacher");
        colleague.get("/staff").then().body(containsString("/figure-check/" + id));
        StaffBrowser.as(school.key() + " teacher")
                .get("/staff")
                .then()
                .body(not(containsString("/figure-check/" + id)));
        colleague
                .get("/figure-check/" + id)
                .then()
                .statusCode(200)
                .body(containsString("Children with 5B Rowan"))
                .body(not(containsString("27 heads")), not(containsString(">27")), not(containsString("value=\"27")));
        StaffBrowser.as(school.key() + " teacher")
                .get("/figure-check/" + id)
                .then()
                .statusCode(409)
                .body(containsString("somebody else of your school answers"));
        StaffBrowser.as(school().key() + " teacher")
                .get("/figure-check/" + id)
                .then()
                .statusCode(404);
        colleague
                .post("/figure-check/" + id, "/figure-check/" + id, "heads-0", "many")
                .then()
                .statusCode(422)
                .body(containsString("value=\"many\""))
                .body(containsString("href=\"#heads-0\""));
        colleague
                .post("/figure-check/" + id, "/figure-check/" + id, "heads-0", "26")
                .then()
                .statusCode(303);
        colleague
                .open("/staff")
                .send(school.colleague() + " teacher", "/figure-check/" + id, "heads-0", "25")
                .then()
                .statusCode(409)
                .body(containsString("answered already"));
        StaffBrowser.as(manager(school.key()))
                .get("/figure-check")
                .then()
                .body(containsString("They said 26 heads where 27 were signed: 3.7% fewer."))
                .body(containsString("−1"));
        StaffBrowser.as(manager(school.key()))
                .get("/reach?year=2025-26&term=spring")
                .then()
                .body(containsString("1 return was drawn by chance"));
        StaffBrowser.as(manager(school().key()))
                .get("/figure-check")
                .then()
                .body(containsString("No return of this period has been drawn"));
        StaffBrowser.as("aoife auditor").get("/figure-check").then().body(containsString("12 January 2026"));
    }

    @Test
    void anUnansweredQuestionIsRemindedOnceAndLapsesAfterAWeek() {
        var school = school();
        QuarkusTransaction.requiringNew()
                .run(() -> people.addAccount(
                        school.colleague(), "Colleague", school.colleague() + "@school.example", true));
        run("update staff set email = concat(username, '@school.example') where username in ('%s', '%s')"
                .formatted(school.key(), school.colleague()));
        var week = LocalDate.of(2026, 1, 26);
        lesson(school, week, 20);
        ahead(Duration.ZERO).call(week);
        assertEquals(1, letters(school.colleague()));
        assertEquals(0, letters(school.key()), "the signer is not asked");
        due(Duration.ofDays(3));
        assertEquals(1, letters(school.colleague()));
        due(Duration.ofDays(5));
        due(Duration.ofDays(5));
        assertEquals(2, letters(school.colleague()));
        due(Duration.ofDays(8));
        run(
                "update figure_question q join figure_draw d on d.id = q.draw_id set q.due_at = q.due_at - interval 8 day where d.week = '"
                        + week + "'");
        StaffBrowser.as(manager(school.key()))
                .get("/figure-check")
                .then()
                .body(containsString("0 answered, 1 not answered."))
                .body(not(containsString(">20<")));
        StaffBrowser.as(school.colleague() + " teacher")
                .get("/figure-check/" + question(week))
                .then()
                .statusCode(409);
    }

    private interface WeekDrawer {
        void call(LocalDate week);
    }

    private FigureCheckJob jobAt(Duration ahead) {
        return new FigureCheckJob(draws, questions, letters, people, Clock.offset(clock, ahead));
    }

    private WeekDrawer ahead(Duration time) {
        return week -> QuarkusTransaction.requiringNew().run(() -> jobAt(time).draw(week));
    }

    private void due(Duration ahead) {
        jobAt(ahead).due();
    }

    private record School(String key, String colleague, long id, long classId) {}

    private School school() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var key = "k" + ThreadLocalRandom.current().nextInt(1_000_000_000);
            schools.addRegion(key, "england", "Region " + key);
            schools.addAuthority(key, key, "Authority " + key);
            var school = schools.addSchool(new NewSchool(
                    null, "School " + key, "Givenham", "GV1 1GV", "primary", 400, key, FROM.minusYears(1)));
            people.join(key, "Tessa " + key, school.id(), null);
            people.join("c" + key, "Colleague", school.id(), null);
            var schoolClass = schools.addClass(school.id(), "2025-26", "5B Rowan", "8-10", Set.of(2020), 30, FROM);
            return new School(key, "c" + key, school.id(), schoolClass.id());
        });
    }

    private void lesson(School school, LocalDate week, int heads) {
        QuarkusTransaction.requiringNew().run(() -> {
            var at = Instant.parse(week.plusDays(1) + "T10:00:00Z");
            var session = pastSessions.deliver(new PastSession(
                    people.byUsername(school.key()).orElseThrow(),
                    school.id(),
                    curriculum.current().getFirst().versionId(),
                    false,
                    at,
                    Duration.ofMinutes(50),
                    List.of(new PastSession.PastClass(school.classId(), null))));
            importer.signPast(new PastReturn(
                    session.id(),
                    "Tessa",
                    at.plus(Duration.ofHours(2)),
                    List.of(new PastReturn.ClassMarks(school.classId(), CardSet.NONE, CardSet.NONE, heads, 0, 0))));
        });
    }

    private String manager(String region) {
        var name = "m" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        QuarkusTransaction.requiringNew().run(() -> people.join(name, "Manager", null, region));
        return name + " manager";
    }

    private String question(LocalDate week) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery(
                                "select q.public_id from figure_question q join figure_draw d on d.id = q.draw_id where d.week = '"
                                        + week + "'")
                        .getSingleResult()));
    }

    private long letters(String who) {
        return number("select count(*) from letter where recipient = '" + who + "@school.example'");
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        ((Number) database.createNativeQuery(sql, Long.class).getSingleResult()).longValue());
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
