package uk.thinkuknow.attendance.confirmation;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tests the letters about returns that wait: to the school once a day, and to managers after 14 days. */
@QuarkusTest
class ConfirmationLetterJobTest {
    private static final String TO_CONFIRM = "%o confirm%";
    private static final String UNANSWERED = "Unanswered for 14 days%";

    @Inject
    GivenShortLesson given;

    @Inject
    ConfirmationLetterJob job;

    @Inject
    ConfirmationNotes notes;

    @Test
    void thoseWhoMayConfirmGetOneLetterADayThatCollectsTheReturns() {
        var first = given.ended();
        var colleague = given.colleagueOf(first);
        var newcomer = given.newcomerTo(first);
        given.sign(first, 28);
        job.run();
        job.run();
        assertEquals(1, given.letters(first, colleague, "To confirm: the return of 5B Rowan"));
        assertEquals(0, given.letters(first, newcomer, TO_CONFIRM));

        var second = given.another(first.taught());
        given.sign(second, 26);
        var third = given.another(first.taught());
        given.sign(third, 25);
        job.run();
        assertEquals(0, given.letters(second, colleague, TO_CONFIRM), "within a day");
        given.run("update waiting_letter set sent_at = sent_at - interval 25 hour");
        job.run();
        job.run();
        assertEquals(1, given.letters(second, colleague, "2 returns to confirm"));
        assertEquals(0, given.letters(third, colleague, TO_CONFIRM), "it is in the same letter");
    }

    @Test
    void aSchoolsAdministratorIsAskedRatherThanEverybody() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        var administrator = given.administratorOf(lesson);
        given.sign(lesson, 28);
        job.run();
        assertEquals(1, given.letters(lesson, administrator, TO_CONFIRM));
        assertEquals(0, given.letters(lesson, colleague, TO_CONFIRM));
    }

    @Test
    void aSchoolWithNobodyElseIsThatOfItsManagersAtOnceAndAllAreAfter14Days() {
        var alone = given.ended();
        var manager = given.managerOf(alone);
        given.sign(alone, 28);
        job.run();
        assertEquals(1, given.letters(alone, manager, TO_CONFIRM));
        assertEquals(0, given.letters(alone, manager, UNANSWERED));

        given.run("update signed_return set signed_at = signed_at - interval 15 day where session_id = "
                + alone.session().id());
        job.run();
        job.run();
        assertEquals(1, given.letters(alone, manager, UNANSWERED));
    }

    @Test
    void aNoteIsDeleted30DaysAfterItsReturnStoppedWaiting() {
        var lesson = given.ended();
        var colleague = given.colleagueOf(lesson);
        given.sign(lesson, 28);
        lesson.taught().asTeacher().post(lesson.path("/return"), lesson.answer() + "/note", "note", "The alarm rang.");
        given.run("update waiting_note set written_at = written_at - interval 31 day where session_id = "
                + lesson.session().id());
        notes.deleteSome();
        assertEquals(1, kept(lesson), "it waits");
        lesson.answer(colleague, "answer", "right").then().statusCode(303);
        notes.deleteSome();
        assertEquals(1, kept(lesson), "it was confirmed today");
        given.run("update signed_return set confirmed_at = confirmed_at - interval 31 day where session_id = "
                + lesson.session().id());
        notes.deleteSome();
        assertEquals(0, kept(lesson));
    }

    @Test
    void aNoteOfAReturnThatWasTakenBackIsDeleted30DaysAfterItWasWritten() {
        var lesson = given.ended();
        given.sign(lesson, 28);
        lesson.taught().asTeacher().post(lesson.path("/return"), lesson.answer() + "/note", "note", "The alarm rang.");
        lesson.taught()
                .asTeacher()
                .post(lesson.path("/return"), lesson.path("/return/take-back"))
                .then()
                .statusCode(303);
        notes.deleteSome();
        assertEquals(1, kept(lesson));
        given.run("update waiting_note set written_at = written_at - interval 31 day where session_id = "
                + lesson.session().id());
        notes.deleteSome();
        assertEquals(0, kept(lesson));
    }

    private long kept(GivenShortLesson.ShortLesson lesson) {
        return given.number("select count(*) from waiting_note where session_id = "
                + lesson.session().id());
    }
}
