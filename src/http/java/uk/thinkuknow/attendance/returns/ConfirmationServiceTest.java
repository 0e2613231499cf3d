package uk.thinkuknow.attendance.returns;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.attendance.returns.GivenLesson.Lesson;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.counting.Ground;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Role;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.members.Person;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests who finds the returns that wait, and what confirming them and sending them back does. */
@QuarkusTest
class ConfirmationServiceTest {
    @Inject
    GivenLesson given;

    @Inject
    EntityManager database;

    @Inject
    ConfirmationService confirmations;

    @Inject
    WaitingReturnDetails details;

    @Inject
    PeopleService people;

    @Test
    void aReturnWithSixGuestsWaitsForAColleagueWhoConfirmsIt() {
        var lesson = signedWithGuests(6);
        var colleague = colleague(lesson);
        var waits = confirmations.waitingFor(colleague);
        assertEquals(List.of(), waits.unanswered());
        var found = waits.others().getFirst();
        assertEquals(lesson.session().publicId(), found.session());
        assertEquals(Set.of(Ground.GUESTS), found.grounds());
        assertEquals(new WaitingReturn.Came(33, 0, 0, 6), found.came());
        assertEquals("5B Rowan", found.taught().forWhom());
        assertEquals(
                List.of("Colleague"),
                confirmations.confirmersOf(found.session()).stream()
                        .map(Person::name)
                        .toList());
        assertEquals(List.of(found.session()), confirmations.confirm(colleague, List.of(found.seen())));
        assertEquals(List.of(), confirmations.confirm(colleague, List.of(found.seen())), "pressed twice");
        assertEquals(33, counted(lesson));
        assertEquals(0, confirmations.waitingFor(colleague).size());
        assertEquals(
                1,
                given.number(
                        "SELECT COUNT(*) FROM signed_return WHERE session_id = ? AND state = 'COUNTED' AND grounds = 'GUESTS' AND rules = 2",
                        lesson.session().id()));
    }

    @Test
    void itsSignerFindsItNowhereAndCannotConfirmIt() {
        var lesson = signedWithGuests(6);
        var signer = belongingForYears(lesson.teacher());
        assertEquals(0, confirmations.waitingFor(signer).size());
        assertFalse(confirmations.mayConfirm(signer, lesson.session().publicId()));
        assertThrows(MayNotConfirm.class, () -> confirmations.confirm(signer, List.of(seen(lesson))));
        assertEquals(0, counted(lesson));
    }

    @Test
    void aManagerOfTheAreaFindsItApartOnceItWasUnansweredForAFortnight() {
        var lesson = signedWithGuests(6);
        var manager = manager(lesson);
        assertEquals(1, confirmations.waitingFor(manager).others().size());
        given.update(
                "UPDATE signed_return SET signed_at = signed_at - INTERVAL 15 DAY WHERE session_id = ?",
                lesson.session().id());
        assertEquals(1, confirmations.waitingFor(manager).unanswered().size());
        assertEquals(0, counted(lesson));
        assertEquals(1, waits(lesson));
        assertEquals(1, confirmations.confirm(manager, List.of(seen(lesson))).size());
        assertEquals(33, counted(lesson));
        assertEquals(0, waits(lesson));
    }

    @Test
    void anotherSchoolsReturnIsNotFound() {
        var lesson = signedWithGuests(6);
        var stranger = colleague(given.ended(false, 30));
        assertThrows(NotFound.class, () -> confirmations.confirm(stranger, List.of(seen(lesson))));
    }

    @Test
    void aReturnSentBackIsOpenAgainForItsSigner() {
        var lesson = signedWithGuests(6);
        var colleague = colleague(lesson);
        assertThrows(NoReason.class, () -> confirmations.sendBack(colleague, seen(lesson), " "));
        var seen = seen(lesson);
        confirmations.sendBack(colleague, seen, "There were two guests.");
        assertEquals(0, confirmations.waitingFor(colleague).size());
        assertThrows(Refused.class, () -> confirmations.sendBack(colleague, seen, "Again"));
        sign(lesson, 29, 2);
        assertEquals(29, counted(lesson));
    }

    @Test
    void aReturnThatIsSignedNowForAYearBeforeVersionTwoIsJudgedByVersionTwo() {
        var lesson = given.ended(false, 30);
        given.update(
                "UPDATE session SET local_date = '2026-06-10', year_key = '2025-26', term_key = 'summer' WHERE id = ?",
                lesson.session().id());
        sign(lesson, 33, 6);
        assertEquals(0, counted(lesson));
        assertEquals(
                2,
                given.number(
                        "SELECT rules FROM signed_return WHERE session_id = ?",
                        lesson.session().id()));
    }

    @Test
    void anAmendmentOfAReturnUnderVersionOneCountsAtOnce() {
        var lesson = given.ended(false, 30);
        sign(lesson, 28, 2);
        given.update(
                "UPDATE signed_return SET rules = 1 WHERE session_id = ?",
                lesson.session().id());
        lesson.form()
                .post(lesson.path("/return"), lesson.path("/return/amend"))
                .then()
                .statusCode(303);
        sign(lesson, 33, 6);
        assertEquals(33, counted(lesson));
    }

    @Test
    void anAmendmentThatIsNotPlausibleStopsCountingUntilItIsConfirmed() {
        var lesson = given.ended(false, 30);
        sign(lesson, 28, 2);
        assertEquals(28, counted(lesson));
        lesson.form()
                .post(lesson.path("/return"), lesson.path("/return/amend"))
                .then()
                .statusCode(303);
        sign(lesson, 33, 6);
        assertEquals(0, counted(lesson));
        assertEquals(
                1,
                confirmations.confirm(colleague(lesson), List.of(seen(lesson))).size());
        assertEquals(33, counted(lesson));
    }

    @Test
    void theSecondSignatureOfSuchAnAmendmentIsItsConfirmation() {
        var lesson = given.ended(false, 30);
        sign(lesson, 28, 2);
        given.update(
                "UPDATE signed_return SET signed_at = signed_at - INTERVAL 20 MINUTE WHERE session_id = ?",
                lesson.session().id());
        lesson.form()
                .post(lesson.path("/return"), lesson.path("/return/amend"))
                .then()
                .statusCode(303);
        sign(lesson, 33, 6);
        assertEquals(28, counted(lesson));
        var newcomer = given.colleagueOf(lesson);
        StaffBrowser.as(newcomer)
                .post(lesson.path("/change"), lesson.path("/change/sign"))
                .then()
                .statusCode(409);
        assertEquals(28, counted(lesson));
        var colleague = colleague(lesson);
        StaffBrowser.as(colleague.username() + " teacher")
                .post(lesson.path("/change"), lesson.path("/change/sign"))
                .then()
                .statusCode(303);
        assertEquals(33, counted(lesson));
    }

    @Test
    void anAmendmentWithChildrenBeyondTheRollIsForAManager() {
        var lesson = given.ended(false, 30);
        sign(lesson, 28, 2);
        given.update(
                "UPDATE signed_return SET signed_at = signed_at - INTERVAL 20 MINUTE WHERE session_id = ?",
                lesson.session().id());
        given.update(
                "INSERT INTO school_roll (school_id, as_of, roll, source, recorded_by, recorded_at)"
                        + " SELECT school_id, '2026-09-01', 3, 'given', 'Given', now(6) FROM session WHERE id = ?",
                lesson.session().id());
        lesson.form()
                .post(lesson.path("/return"), lesson.path("/return/amend"))
                .then()
                .statusCode(303);
        sign(lesson, 29, 2);
        StaffBrowser.as(colleague(lesson).username() + " teacher")
                .post(lesson.path("/change"), lesson.path("/change/sign"))
                .then()
                .statusCode(409)
                .body(containsString("a manager of the programme signs this"));
        assertEquals(28, counted(lesson));
        var school = lesson.session().schoolId();
        StaffBrowser.as("mina manager").get(lesson.path("/change")); // the first page makes the account
        given.update(
                "UPDATE staff_school SET admitted_by = (SELECT id FROM staff WHERE username = 'mina') WHERE school_id = ?",
                school);
        StaffBrowser.as("mina manager")
                .post(lesson.path("/change"), lesson.path("/change/sign"))
                .then()
                .statusCode(409);
        given.update("UPDATE staff_school SET admitted_by = NULL WHERE school_id = ?", school);
        StaffBrowser.as("mina manager")
                .post(lesson.path("/change"), lesson.path("/change/sign"))
                .then()
                .statusCode(303);
        assertEquals(29, counted(lesson));
    }

    @Test
    void theDetailHasTheFactsThatTheGroundsWereJudgedBy() {
        var lesson = signedWithGuests(6);
        var detail = details.get(colleague(lesson), lesson.session().publicId());
        assertEquals(List.of(new WaitingReturn.ClassCame("5B Rowan", 33, 30, 6)), detail.classes());
        assertEquals(200, detail.facts().roll());
        assertEquals(30, detail.facts().cardsMade());
        assertEquals(33, detail.facts().signersChildren());
        assertTrue(detail.facts().lesson().toMinutes() > 0);
    }

    private Lesson signedWithGuests(int guests) {
        var lesson = given.ended(false, 30);
        sign(lesson, 27 + guests, guests);
        assertEquals(0, counted(lesson));
        return lesson;
    }

    private static void sign(Lesson lesson, int heads, int guests) {
        lesson.form()
                .post(
                        lesson.path("/register"),
                        lesson.path("/register/sign"),
                        "heads-" + lesson.classId(),
                        "" + heads,
                        "kept-" + lesson.classId(),
                        "heads",
                        "guests-" + lesson.classId(),
                        "" + guests,
                        "why",
                        "Counted again.")
                .then()
                .statusCode(303);
    }

    private long waits(Lesson lesson) {
        return given.number(
                "SELECT COUNT(*) FROM waiting_return_v WHERE session_id = ?",
                lesson.session().id());
    }

    private long counted(Lesson lesson) {
        return given.number(
                "SELECT COALESCE(SUM(heads), 0) FROM return_line WHERE session_id = ?",
                lesson.session().id());
    }

    /** A colleague who has belonged to the school since September. */
    private StaffMember colleague(Lesson lesson) {
        return belongingForYears(given.colleagueOf(lesson).replace(" teacher", ""));
    }

    private StaffMember belongingForYears(String username) {
        var staff = staff(username);
        given.update("UPDATE staff_school SET valid_from = '2020-09-01' WHERE staff_id = ?", staff.id());
        return staff;
    }

    private StaffMember staff(String username) {
        var found = people.byUsername(username).orElseThrow();
        return new StaffMember(
                found.id(),
                found.username(),
                found.name(),
                Set.of(Role.TEACHER),
                found.schoolId(),
                found.scope(),
                found.email());
    }

    /** A manager of the authority of the lesson's school, which {@link GivenLesson} names after its teacher. */
    private WaitingReturn.Seen seen(Lesson lesson) {
        return QuarkusTransaction.requiringNew()
                .call(() -> WaitingReturn.Seen.of(String.valueOf(database.createNativeQuery(
                                "select concat(s.public_id, '.', r.public_id) from session s join signed_return r on r.session_id = s.id"
                                        + " where s.id = ?1 order by r.id desc limit 1")
                        .setParameter(1, lesson.session().id())
                        .getSingleResult())));
    }

    private StaffMember manager(Lesson lesson) {
        return new StaffMember(
                1_000_000_000L + ThreadLocalRandom.current().nextInt(1_000_000_000),
                "m",
                "Mina",
                Set.of(Role.MANAGER),
                null,
                Scope.authority(lesson.teacher()),
                null);
    }
}
