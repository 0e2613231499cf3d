package uk.thinkuknow.attendance.check;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests figure checks from the draw to the answer. Each test has its own week, long ago, in which nothing else was
 * signed.
 */
@QuarkusTest
class FigureCheckResourceTest {
    @Inject
    GivenCheck given;

    @Inject
    PeopleService people;

    @Inject
    FigureDraws draws;

    @Inject
    FigureQuestions questions;

    @Inject
    FigureCheckLetters letters;

    @Inject
    DrawAudit audit;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void aReturnIsDrawnOnceWithAnAuditedSeedAColleagueOfTheSignerAnswersAndTheManagerSeesTheDifference() {
        var school = given.school();
        var week = LocalDate.of(2026, 1, 12);
        given.lesson(school, tuesday(week), 27);
        ahead(Duration.ZERO).call(week);
        ahead(Duration.ZERO).call(week);
        assertEquals(
                1,
                number(
                        "select count(*) from figure_question q join figure_draw d on d.id = q.draw_id where d.week = '2026-01-12'"));
        assertEquals(
                1,
                number(
                        "select count(*) from audit_entry where subject = 'figure-check 2026-01-12' and detail like '1 of 1 by chance, 0 of 1 with a sign of risk, seed %'"));
        assertEquals(
                1,
                number(
                        "select count(*) from audit_entry where subject = 'figure-check 2026-01-12' and act = 'picked these sessions by chance'"));

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
                .body(containsString("had no part in it"));
        StaffBrowser.as(given.school().key() + " teacher")
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
                .body(containsString("They said 26 children where 27 were signed: 3.7% fewer."))
                .body(containsString("−1"));
        StaffBrowser.as(manager(school.key()))
                .get("/reach?year=2025-26&term=spring")
                .then()
                .body(containsString("1 return was picked by chance"));
        StaffBrowser.as(manager(given.school().key()))
                .get("/figure-check")
                .then()
                .body(containsString("No return of this period was picked by chance yet"));
        StaffBrowser.as("aoife auditor").get("/figure-check").then().body(containsString("12 January 2026"));
    }

    @Test
    void anUnansweredQuestionIsRemindedOnceAndLapsesAfterAWeek() {
        var school = given.school();
        QuarkusTransaction.requiringNew()
                .run(() -> people.addAccount(
                        school.colleague(), "Colleague", school.colleague() + "@school.example", true));
        run("update staff set email = concat(username, '@school.example') where username in ('%s', '%s')"
                .formatted(school.key(), school.colleague()));
        var week = LocalDate.of(2026, 1, 26);
        given.lesson(school, tuesday(week), 20);
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

    @Test
    void aReturnDrawnByRiskSaysSoAndItsAnswerDoesNotChangeTheResultByChance() {
        var school = given.school();
        var week = LocalDate.of(2026, 2, 9);
        given.lesson(school, tuesday(week), 20);
        given.amended(given.lesson(school, tuesday(week).plus(Duration.ofDays(1)), 20));
        ahead(Duration.ZERO).call(week);
        var risk = question(week, DrawKind.RISK);
        var colleague = StaffBrowser.as(school.colleague() + " teacher");
        colleague.get("/figure-check/" + risk).then().body(containsString("This lesson was not picked by chance."));
        colleague
                .get("/figure-check/" + question(week, DrawKind.CHANCE))
                .then()
                .body(containsString("This lesson was picked by chance."));
        colleague
                .post("/figure-check/" + risk, "/figure-check/" + risk, "heads-0", "3")
                .then()
                .statusCode(303);
        StaffBrowser.as(manager(school.key()))
                .get("/figure-check")
                .then()
                .body(containsString("1 return was picked by chance"))
                .body(containsString("0 answered, 0 not answered, 1 within their week."))
                .body(containsString("1 answered, and 1 answer differs from what was signed."))
                .body(anyOf(
                        containsString(">Changed after it was signed</td>"),
                        containsString(">The first return of its school</td>")));
    }

    @Test
    void thePersonWhoConfirmedAReturnIsNotAskedForItsHeads() {
        var school = given.school();
        var week = LocalDate.of(2026, 3, 2);
        given.confirmed(given.lesson(school, tuesday(week), 20), "Colleague", 1);
        ahead(Duration.ZERO).call(week);
        StaffBrowser.as(school.colleague() + " teacher")
                .get("/figure-check/" + question(week))
                .then()
                .statusCode(409);
    }

    @Test
    void thePersonWhoSignedAReturnIsNotAskedForItsHeadsAlsoIfTheirRegisterWasHandedOn() {
        var school = given.school();
        var week = LocalDate.of(2026, 3, 16);
        given.signedAndHandedOn(given.lesson(school, tuesday(week), 20), school.colleague(), school.key());
        ahead(Duration.ZERO).call(week);
        StaffBrowser.as(school.colleague() + " teacher")
                .get("/figure-check/" + question(week))
                .then()
                .statusCode(409);
    }

    @Test
    void somebodyWhoJoinedAfterTheLessonIsNotAskedForItsHeads() {
        var school = given.school();
        var newcomer = given.newcomerTo(school);
        run("update staff set email = concat(username, '@school.example') where username = '" + newcomer + "'");
        var week = LocalDate.of(2026, 3, 9);
        given.lesson(school, tuesday(week), 20);
        ahead(Duration.ZERO).call(week);
        assertEquals(0, letters(newcomer));
        var id = question(week);
        var home = StaffBrowser.as(newcomer + " teacher");
        home.get("/staff").then().body(not(containsString("/figure-check/" + id)));
        home.get("/figure-check/" + id)
                .then()
                .statusCode(409)
                .body(containsString("who worked at your school before the lesson"));
    }

    private interface WeekDrawer {
        void call(LocalDate week);
    }

    private FigureCheckJob jobAt(Duration ahead) {
        return new FigureCheckJob(draws, questions, letters, audit, Clock.offset(clock, ahead));
    }

    private WeekDrawer ahead(Duration time) {
        return week -> QuarkusTransaction.requiringNew().run(() -> jobAt(time).draw(week));
    }

    private static Instant tuesday(LocalDate week) {
        return Instant.parse(week.plusDays(1) + "T10:00:00Z");
    }

    private void due(Duration ahead) {
        jobAt(ahead).due();
    }

    private String manager(String region) {
        var name = "m" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        QuarkusTransaction.requiringNew().run(() -> people.join(name, "Manager", null, region));
        return name + " manager";
    }

    private String question(LocalDate week) {
        return question(week, DrawKind.CHANCE);
    }

    private String question(LocalDate week, DrawKind kind) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(database.createNativeQuery(
                                "select q.public_id from figure_question q join figure_draw d on d.id = q.draw_id where d.week = '"
                                        + week + "' and q.draw_kind = '" + kind + "'")
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
