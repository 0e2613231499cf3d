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
import uk.thinkuknow.StaffForm;
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
import uk.thinkuknow.curriculum.library.LessonServices;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Safeguards;
import uk.thinkuknow.identity.staff.StaffMember;
import uk.thinkuknow.schools.frame.SchoolsOfStaff;
import uk.thinkuknow.schools.school.GivenSchool;
import uk.thinkuknow.schools.school.SchoolService;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class SessionServiceTest {
    @Inject
    GivenSchool given;

    @Inject
    SessionService sessions;

    @Inject
    LeftOpen leftOpen;

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
    SchoolsOfStaff staff;

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
    void aDoublePressStartsOneSession() throws Exception {
        var hers = led(30);
        var wanted = wanted("key-" + hers.teacher(), hers);
        var ids = new HashSet<PublicId>();
        for (var press : atOnce(4, () -> sessions.start(tess(hers), wanted))) {
            ids.add(press.get());
        }
        assertEquals(1, ids.size());
        assertEquals(1, sessions.count(hers.school().id()));
    }

    @Test
    void oneClassIsInOneRunningSessionHoweverManyStartAtOnce() throws Exception {
        var hers = led(30);
        var keys = new ArrayList<>(List.of("a", "b", "c", "d"));
        int refused = 0;
        for (var press : atOnce(4, () -> sessions.start(tess(hers), wanted(takeFrom(keys) + hers.teacher(), hers)))) {
            try {
                press.get();
            } catch (ExecutionException e) {
                assertEquals(StartRefused.class, e.getCause().getClass());
                refused++;
            }
        }
        assertEquals(3, refused);
        assertEquals(1, sessions.running(hers.school().id()).size());
    }

    @Test
    void anotherSchoolsClassIsNotThere() {
        var hers = led(3);
        var theirs = led(3);
        assertThrows(NotFound.class, () -> sessions.start(tess(hers), wanted("k" + hers.teacher(), theirs)));
    }

    @Test
    void anotherSchoolsSessionCanBeNeitherSeenNorEnded() {
        var theirs = led(3);
        var session = sessions.start(tess(theirs), wanted("k" + theirs.teacher(), theirs));
        var tess = tess(led(3));
        assertThrows(NotFound.class, () -> sessions.session(tess, session));
        assertThrows(NotFound.class, () -> sessions.end(tess, session));
    }

    @Test
    void endingTwiceChangesNothingMore() {
        var hers = led(3);
        var session = sessions.start(tess(hers), wanted("k" + hers.teacher(), hers));
        sessions.end(tess(hers), session);
        var first = sessions.session(tess(hers), session).endedAt();
        sessions.end(tess(hers), session);
        assertEquals(first, sessions.session(tess(hers), session).endedAt());
        assertEquals(1, sessions.awaiting(hers.school().id()).size());
    }

    @Test
    void aSessionThatNobodyEndedEndsWithItsDayAndAwaitsItsRegister() {
        var hers = led(3);
        var session = sessions.start(tess(hers), wanted("k" + hers.teacher(), hers));
        leftOpen.endAll();
        assertEquals(SessionState.RUNNING, sessions.session(tess(hers), session).state(), "its day is not over");
        setBackADay(session);
        leftOpen.endAll();
        var ended = sessions.session(tess(hers), session);
        assertEquals(SessionState.ENDED, ended.state());
        assertEquals(London.at(ended.localDate().atTime(23, 59, 59)), ended.endedAt());
        assertEquals(1, sessions.awaiting(hers.school().id()).size());
        StaffForm.as(hers.teacher() + " teacher")
                .get("/sessions/" + session + "/register")
                .then()
                .statusCode(200)
                .body(containsString(", and nobody ended it"));
        leftOpen.endAll();
        assertEquals(ended.endedAt(), sessions.session(tess(hers), session).endedAt());
        assertEquals(
                List.of("The system: ended"),
                people.trailOf("session " + session).stream()
                        .filter(entry -> entry.act().equals("ended"))
                        .map(entry -> entry.staffName() + ": " + entry.act())
                        .toList(),
                "the second run changes nothing");
        sessions.start(tess(hers), wanted("again" + hers.teacher(), hers));
    }

    private void setBackADay(PublicId session) {
        run(
                "update session set started_at = started_at - interval 1 day, local_date = local_date - interval 1 day where public_id = '"
                        + session + "'");
    }

    @Test
    void withoutSafeguardsItSaysEverythingThatIsMissing() {
        run("delete from safeguard");
        var hers = led(3);
        var refused =
                assertThrows(StartRefused.class, () -> sessions.start(tess(hers), wanted("k" + hers.teacher(), hers)));
        assertTrue(refused.why().contains("impact assessment"), refused.why());
        assertTrue(refused.why().contains("after 30 days"), refused.why());
        assertTrue(refused.why().contains("help, worry and privacy pages"), refused.why());
    }

    @Test
    void nothingStartsWhileAHelplineOfTheLessonIsNotConfirmed() throws IOException {
        var hers = led(3);
        var refused = assertThrows(
                StartRefused.class,
                () -> mayStart(ConfirmedFacts.allBut("ceop"))
                        .check(module(), hers.school().id()));
        assertTrue(
                refused.why().contains("checked these helplines at their source: CEOP Safety Centre."), refused.why());
        mayStart(ConfirmedFacts.allBut("lifeline"))
                .check(module(), hers.school().id());
    }

    private MayStart mayStart(Facts facts) {
        return new MayStart(installation, safeguards, staff, schools, new LessonServices(new HelpBook(facts), facts));
    }

    @Test
    void aLessonForAnotherBandStartsOnceThatIsConfirmed() {
        var hers = led(30);
        var other = curriculum.current().stream()
                .filter(module -> !module.lesson().band().equals(hers.room().band()))
                .findFirst()
                .orElseThrow();
        curriculum.recordReview(other.versionId(), "A. Reviewer", clock.instant());
        var chosen = List.of(new StartSession.ChosenClass(hers.room().publicId(), null));
        var asked =
                new StartSession("band" + hers.teacher(), other.key(), chosen, true, false, false, Language.ENGLISH);
        var refused = assertThrows(AnotherBand.class, () -> sessions.start(tess(hers), asked));
        assertTrue(refused.why().contains("; this lesson is for "), refused.why());
        var confirmed =
                new StartSession("band" + hers.teacher(), other.key(), chosen, true, false, true, Language.ENGLISH);
        assertEquals(0, sessions.count(hers.school().id()));
        sessions.start(tess(hers), confirmed);
        assertEquals(1, sessions.count(hers.school().id()));
    }

    @Test
    void withoutASafeguardingLeadNothingStarts() {
        var hers = given.withClassOf(3);
        var refused =
                assertThrows(StartRefused.class, () -> sessions.start(tess(hers), wanted("k" + hers.teacher(), hers)));
        assertTrue(refused.why().contains("a worry that a child sends would have no reader"), refused.why());
        given.hasALead(hers);
        sessions.start(tess(hers), wanted("k" + hers.teacher(), hers));
    }

    private GivenSchool.Taught led(int cards) {
        var hers = given.withClassOf(cards);
        given.hasALead(hers);
        return hers;
    }

    private StaffMember tess(GivenSchool.Taught hers) {
        return people.called(hers.teacher()).orElseThrow();
    }

    private StartSession wanted(String key, GivenSchool.Taught of) {
        return new StartSession(
                key,
                module().key(),
                List.of(new StartSession.ChosenClass(of.room().publicId(), null)),
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
