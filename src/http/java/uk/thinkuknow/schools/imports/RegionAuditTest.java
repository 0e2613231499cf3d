package uk.thinkuknow.schools.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.bookings.request.GivenVisit;
import uk.thinkuknow.classroom.session.PastSession;
import uk.thinkuknow.classroom.session.PastSessions;
import uk.thinkuknow.classroom.session.SessionService;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a manager reads the audit entries about the schools of their own region and no others, and that entries
 * are found by school.
 */
@QuarkusTest
class RegionAuditTest {
    @Inject
    GivenSchool schools;

    @Inject
    GivenVisit visits;

    @Inject
    SessionService sessions;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    private final String una = "Una " + ThreadLocalRandom.current().nextInt(1_000_000_000);

    @Test
    void aManagerReadsTheEntriesOfTheirSchoolsClassesAndSessions() {
        var here = schools.withClassOf(3);
        var manager = managerOf(here);
        for (var subject : subjectsOf(here)) {
            people.note(una, "did", subject, "here: " + subject + ".");
        }
        var page = manager.get("/audit?who=" + una);
        page.then()
                .statusCode(200)
                .body(containsString("at the schools of " + here.school().area().regionName()));
        for (var subject : subjectsOf(here)) {
            assertTrue(page.asString().contains("here: " + subject + "."), subject);
        }
    }

    @Test
    void entriesOfOtherRegionsAndOfNoSchoolAreHidden() {
        var manager = managerOf(schools.withClassOf(3));
        var there = schools.withClassOf(3);
        var hidden = new ArrayList<>(subjectsOf(there));
        hidden.addAll(List.of(
                "account " + there.school().publicId(),
                "module who-is-really-there",
                "worry " + there.schoolClass().publicId(),
                "school",
                "school none",
                "class " + there.school().publicId(),
                "school" + there.school().publicId(),
                "audit"));
        hidden.forEach(subject -> people.note(una, "did", subject, "a secret"));
        var region = there.school().regionKey();
        for (var query : List.of(
                "who=" + una,
                "who=" + una + "&region=" + region,
                "who=" + una + "&region=%25",
                "who=" + una + "&region=' or '1'='1",
                "subject=" + subjectsOf(there).getFirst(),
                "subject=school' or 1=1 -- ")) {
            shown(manager.get("/audit?" + query), "a secret", false);
            shown(manager.get("/audit/csv?" + query), "a secret", false);
        }
    }

    @Test
    void aManagerOfTheProgrammeMayChooseARegionAndSeesEntriesOfSchoolsOnly() {
        var here = schools.withClassOf(3);
        var there = schools.withClassOf(3);
        people.note(una, "did", subjectsOf(here).getFirst(), "done here");
        people.note(una, "did", subjectsOf(there).getFirst(), "done there");
        people.note(una, "did", "account " + here.school().publicId(), "done to an account");
        var everywhere = manager(null);
        var all = everywhere.get("/audit?who=" + una);
        shown(all, "done here", true);
        shown(all, "done there", true);
        shown(all, "done to an account", false);
        var one =
                everywhere.get("/audit?who=" + una + "&region=" + here.school().regionKey());
        shown(one, "done here", true);
        shown(one, "done there", false);
        one.then()
                .body(containsString("value=\"" + here.school().regionKey() + "\" selected"))
                .body(containsString("region=" + here.school().regionKey() + "&"));
        shown(StaffBrowser.as("aoife auditor").get("/audit?who=" + una), "done to an account", true);
    }

    @Test
    void entriesOfOtherRegionsDoNotShortenThePages() {
        var here = schools.withClassOf(3);
        var there = schools.withClassOf(3);
        for (int i = 0; i < 40; i++) {
            people.note(una, "did", subjectsOf(there).getFirst(), "outside " + i + ".");
            people.note(una, "did", subjectsOf(here).getFirst(), "inside " + i + ".");
        }
        var manager = managerOf(here);
        var first = manager.get("/audit?who=" + una).asString();
        var older = manager.get("/audit?who=" + una + "&before="
                        + first.replaceAll("(?s).*before=(\\d+)\" rel=\"next\".*", "$1"))
                .asString();
        assertEquals(25, times("inside ", first));
        assertEquals(15, times("inside ", older));
        assertEquals(0, times("outside ", first + older));
        assertFalse(older.contains("rel=\"next\""));
    }

    @Test
    void theCsvHoldsTheSameEntriesAndIsAuditedWithTheRegion() {
        var here = schools.withClassOf(3);
        var there = schools.withClassOf(3);
        people.note(una, "did", subjectsOf(here).getFirst(), "done here");
        people.note(una, "did", subjectsOf(there).getFirst(), "done there");
        var copy = managerOf(here).get("/audit/csv?who=" + una);
        shown(copy, "done here", true);
        shown(copy, "done there", false);
        var noted = people.trailOf("audit").getFirst();
        assertTrue(noted.detail().endsWith("area=region " + here.school().regionKey()), noted.detail());
    }

    @Test
    void entriesOfARemovedClassAreStillShown() {
        var here = schools.withClassOf(3);
        here.asTeacher()
                .post(here.path() + "/change", here.path() + "/remove")
                .then()
                .statusCode(303);
        managerOf(here)
                .get("/audit?act=removed a class")
                .then()
                .statusCode(200)
                .body(containsString("5B Rowan"))
                .body(containsString(here.schoolClass().publicId().value()));
    }

    @Test
    void entriesAreFoundByPartOfTheSchoolsNameOrItsWholeUrn() {
        var here = schools.withClassOf(3);
        subjectsOf(here).forEach(subject -> people.note(una, "did", subject, "here: " + subject + "."));
        people.note(una, "did", subjectsOf(schools.withClassOf(3)).getFirst(), "done there");
        var urn = "9" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        schools.addUrn(here, urn);
        var aoife = StaffBrowser.as("aoife auditor");
        var name = here.school().name();
        for (var words : List.of(name, name.substring(3).toUpperCase(java.util.Locale.UK), urn)) {
            var found = aoife.get("/audit?who=" + una + "&school=" + words);
            subjectsOf(here).forEach(subject -> shown(found, "here: " + subject + ".", true));
            shown(found, "done there", false);
        }
        for (var words : List.of("no such school", "%25", "___", "' or 1=1 -- ", urn.substring(1))) {
            shown(aoife.get("/audit?who=" + una + "&school=" + words), "Nothing was found", true);
        }
        shown(managerOf(here).get("/audit?school=" + urn), "here: ", true);
        shown(managerOf(schools.withClassOf(3)).get("/audit?school=" + urn), "here: ", false);
    }

    @Test
    void entriesOfABookingAreShownInItsRegionOnly() {
        var all = visits.everyone();
        var id = visits.confirmed(all, visits.weekday(30, 10));
        managerOf(all.school())
                .get("/audit?subject=booking " + id)
                .then()
                .body(containsString(">booking " + id + "</a>"));
        managerOf(schools.withClassOf(3))
                .get("/audit?subject=booking " + id)
                .then()
                .body(not(containsString(">booking " + id + "</a>")));
    }

    private static void shown(Response page, String words, boolean shown) {
        page.then().statusCode(200).body(shown ? containsString(words) : not(containsString(words)));
    }

    private static int times(String words, String in) {
        return in.split(words, -1).length - 1;
    }

    private List<String> subjectsOf(GivenSchool.TaughtClass taught) {
        return List.of(
                "school " + taught.school().publicId(),
                "class " + taught.schoolClass().publicId(),
                "session " + session(taught));
    }

    private PublicId session(GivenSchool.TaughtClass taught) {
        return sessions.sessionsOf(taught.school().id(), 0, 1).stream()
                .findFirst()
                .orElseGet(() -> pastSessions.deliver(new PastSession(
                        people.byUsername(taught.teacher()).orElseThrow(),
                        taught.school().id(),
                        curriculum.current().getFirst().versionId(),
                        false,
                        clock.instant().minus(Duration.ofHours(2)),
                        Duration.ofMinutes(40),
                        List.of(new PastSession.PastClass(taught.schoolClass().id(), null)))))
                .publicId();
    }

    private StaffBrowser managerOf(GivenSchool.TaughtClass taught) {
        return manager(taught.school().regionKey());
    }

    private StaffBrowser manager(@org.jspecify.annotations.Nullable String region) {
        var name = "m" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        people.join(name, "Manager " + name, null, region);
        return StaffBrowser.as(name + " manager");
    }
}
