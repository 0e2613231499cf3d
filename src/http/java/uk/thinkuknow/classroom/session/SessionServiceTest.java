package uk.thinkuknow.classroom.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Installation;
import uk.thinkuknow.common.Language;
import uk.thinkuknow.common.London;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.facts.ConfirmedFacts;
import uk.thinkuknow.common.facts.Facts;
import uk.thinkuknow.curriculum.help.HelpBook;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.curriculum.library.LessonHelpServices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Safeguards;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.StaffSchools;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the conditions for starting a session, and ending and reading one. */
@QuarkusTest
class SessionServiceTest {
    @Inject
    GivenSchool given;

    @Inject
    SessionService sessions;

    @Inject
    EndOpenSessionsJob endOpenSessionsJob;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    Installation installation;

    @Inject
    Safeguards safeguards;

    @Inject
    StaffSchools staff;

    @Inject
    SchoolService schools;

    @BeforeEach
    void putEverySafeguardOnRecord() {
        curriculum.recordReview(module().versionId(), "A. Reviewer", clock.instant());
        run("""
                insert ignore into safeguard (safeguard_key, recorded_by, recorded_at, note)
                values ('impact-assessment', 'ada', now(6), 'here'), ('deletion', 'ada', now(6), 'here'),
                ('help-words', 'ada', now(6), 'here')""");
    }

    @Test
    void fourPressesOfStartAtOnceStartOneSession() throws Exception {
        var ownClass = led(30);
        var wanted = wanted("key-" + ownClass.teacher(), ownClass);
        var ids = new HashSet<PublicId>();
        for (var press : atOnce(4, () -> sessions.start(tess(ownClass), wanted))) {
            ids.add(press.get());
        }
        assertEquals(1, ids.size());
        assertEquals(1, sessions.count(ownClass.school().id()));
    }

    @Test
    void oneClassIsInOneRunningSessionHoweverManyStartAtOnce() throws Exception {
        var ownClass = led(30);
        var keys = new ArrayList<>(List.of("a", "b", "c", "d"));
        int refused = 0;
        for (var press : atOnce(
                4, () -> sessions.start(tess(ownClass), wanted(takeFrom(keys) + ownClass.teacher(), ownClass)))) {
            try {
                press.get();
            } catch (ExecutionException e) {
                assertEquals(StartRefused.class, e.getCause().getClass());
                refused++;
            }
        }
        assertEquals(3, refused);
        assertEquals(1, sessions.running(ownClass.school().id()).size());
    }

    @Test
    void startingASessionForAnotherSchoolsClassIsNotFound() {
        var ownClass = led(3);
        var otherClass = led(3);
        assertThrows(
                NotFound.class, () -> sessions.start(tess(ownClass), wanted("k" + ownClass.teacher(), otherClass)));
    }

    @Test
    void anotherSchoolsSessionCanBeNeitherSeenNorEnded() {
        var otherClass = led(3);
        var session = sessions.start(tess(otherClass), wanted("k" + otherClass.teacher(), otherClass));
        var tess = tess(led(3));
        assertThrows(NotFound.class, () -> sessions.session(tess, session));
        assertThrows(NotFound.class, () -> sessions.end(tess, session));
    }

    @Test
    void endingTwiceChangesNothingMore() {
        var ownClass = led(3);
        var session = sessions.start(tess(ownClass), wanted("k" + ownClass.teacher(), ownClass));
        sessions.end(tess(ownClass), session);
        var first = sessions.session(tess(ownClass), session).endedAt();
        sessions.end(tess(ownClass), session);
        assertEquals(first, sessions.session(tess(ownClass), session).endedAt());
        assertEquals(1, sessions.awaiting(ownClass.school().id()).size());
    }

    @Test
    void aSessionThatNobodyEndedEndsWithItsDayAndAwaitsItsRegister() {
        var ownClass = led(3);
        var session = sessions.start(tess(ownClass), wanted("k" + ownClass.teacher(), ownClass));
        endOpenSessionsJob.endAll();
        assertEquals(
                SessionState.RUNNING, sessions.session(tess(ownClass), session).state(), "its day is not over");
        setBackADay(session);
        endOpenSessionsJob.endAll();
        var ended = sessions.session(tess(ownClass), session);
        assertEquals(SessionState.ENDED, ended.state());
        assertEquals(London.at(ended.localDate().atTime(23, 59, 59)), ended.endedAt());
        assertEquals(1, sessions.awaiting(ownClass.school().id()).size());
        StaffBrowser.as(ownClass.teacher() + " teacher")
                .get("/sessions/" + session + "/register")
                .then()
                .statusCode(200)
                .body(containsString(", and nobody ended it"));
        endOpenSessionsJob.endAll();
        assertEquals(ended.endedAt(), sessions.session(tess(ownClass), session).endedAt());
        assertEquals(
                List.of("The system: ended"),
                people.trailOf("session " + session).stream()
                        .filter(entry -> entry.act().equals("ended"))
                        .map(entry -> entry.staffName() + ": " + entry.act())
                        .toList(),
                "the second run changes nothing");
        sessions.start(tess(ownClass), wanted("again" + ownClass.teacher(), ownClass));
    }

    private void setBackADay(PublicId session) {
        run(
                "update session set started_at = started_at - interval 1 day, local_date = local_date - interval 1 day where public_id = '"
                        + session + "'");
    }

    @Test
    void withoutSafeguardsTheRefusalNamesEachMissingSafeguard() {
        run("delete from safeguard");
        var ownClass = led(3);
        var refused = assertThrows(
                StartRefused.class, () -> sessions.start(tess(ownClass), wanted("k" + ownClass.teacher(), ownClass)));
        assertTrue(refused.why().contains("impact assessment"), refused.why());
        assertTrue(refused.why().contains("after 30 days"), refused.why());
        assertTrue(refused.why().contains("help, worry and privacy pages"), refused.why());
    }

    @Test
    void nothingStartsWhileAHelplineOfTheLessonIsNotConfirmed() throws IOException {
        var ownClass = led(3);
        var refused = assertThrows(
                StartRefused.class,
                () -> mayStart(ConfirmedFacts.allBut("ceop"))
                        .check(module(), ownClass.school().id()));
        assertTrue(
                refused.why().contains("checked these helplines at their source: CEOP Safety Centre."), refused.why());
        mayStart(ConfirmedFacts.allBut("lifeline"))
                .check(module(), ownClass.school().id());
    }

    private StartRules mayStart(Facts facts) {
        return new StartRules(
                installation, safeguards, staff, schools, new LessonHelpServices(new HelpBook(facts), facts));
    }

    @Test
    void aLessonForAnotherBandStartsOnceThatIsConfirmed() {
        var ownClass = led(30);
        var other = curriculum.current().stream()
                .filter(module ->
                        !module.lesson().band().equals(ownClass.schoolClass().band()))
                .findFirst()
                .orElseThrow();
        curriculum.recordReview(other.versionId(), "A. Reviewer", clock.instant());
        var chosen = List.of(new StartSession.ChosenClass(ownClass.schoolClass().publicId(), null));
        var asked = new StartSession(
                "band" + ownClass.teacher(), other.key(), chosen, true, false, false, Language.ENGLISH);
        var refused = assertThrows(AnotherBand.class, () -> sessions.start(tess(ownClass), asked));
        assertTrue(refused.why().contains("; this lesson is for "), refused.why());
        var confirmed =
                new StartSession("band" + ownClass.teacher(), other.key(), chosen, true, false, true, Language.ENGLISH);
        assertEquals(0, sessions.count(ownClass.school().id()));
        sessions.start(tess(ownClass), confirmed);
        assertEquals(1, sessions.count(ownClass.school().id()));
    }

    @Test
    void withoutASafeguardingLeadNothingStarts() {
        var ownClass = given.withClassOf(3);
        var refused = assertThrows(
                StartRefused.class, () -> sessions.start(tess(ownClass), wanted("k" + ownClass.teacher(), ownClass)));
        assertTrue(refused.why().contains("a worry that a child sends would have no reader"), refused.why());
        given.appointLead(ownClass);
        sessions.start(tess(ownClass), wanted("k" + ownClass.teacher(), ownClass));
    }

    private GivenSchool.TaughtClass led(int cards) {
        var ownClass = given.withClassOf(cards);
        given.appointLead(ownClass);
        return ownClass;
    }

    private StaffMember tess(GivenSchool.TaughtClass ownClass) {
        return people.byUsername(ownClass.teacher()).orElseThrow();
    }

    private StartSession wanted(String key, GivenSchool.TaughtClass of) {
        return new StartSession(
                key,
                module().key(),
                List.of(new StartSession.ChosenClass(of.schoolClass().publicId(), null)),
                true,
                false,
                false,
                Language.ENGLISH);
    }

    private PublishedModule module() {
        return curriculum.current("who-is-really-there");
    }

    private static <T> List<Future<T>> atOnce(int times, Callable<T> act) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads.invokeAll(java.util.Collections.nCopies(times, act));
        }
    }

    private static String takeFrom(List<String> keys) {
        synchronized (keys) {
            return keys.removeLast();
        }
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
