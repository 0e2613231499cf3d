package uk.thinkuknow.classroom.session;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.curriculum.library.CurriculumService;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.school.GivenSchool;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Tests the first page after signing in, for teachers and for others. */
@QuarkusTest
class HomeResourceTest {
    @Inject
    GivenSchool given;

    @Inject
    PastSessions pastSessions;

    @Inject
    CurriculumService curriculum;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    @Test
    void aTeacherWithNothingOpenIsOfferedToStartASession() {
        var ownClass = given.withClassOf(30);
        ownClass.asTeacher()
                .get("/staff")
                .then()
                .statusCode(200)
                .body(containsString("Tessa</h1>"))
                .body(containsString("<h2 class=\"govuk-heading-l\" id=\"next\">Start a session</h2>"))
                .body(containsString(
                        "/sessions/new?class=" + ownClass.schoolClass().publicId()));
    }

    @Test
    void aTeacherIsReferredToTheSafeguardingLeadAndTheLeadIsNot() {
        var ownClass = given.withClassOf(30);
        ownClass.asTeacher()
                .get("/staff")
                .then()
                .body(containsString("Tell your designated safeguarding lead at once"));
        StaffBrowser.as(ownClass.teacher() + " teacher dsl")
                .get("/staff")
                .then()
                .body(containsString("You lead safeguarding here, or stand in"))
                .body(not(containsString("Tell your designated safeguarding lead")));
    }

    @Test
    void startFromAClassOpensThePageWithThatClassTicked() {
        var ownClass = given.withClassOf(30);
        ownClass.asTeacher()
                .get("/sessions/new?class=" + ownClass.schoolClass().publicId())
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + ownClass.schoolClass().publicId() + "\" checked"));
    }

    @Test
    void aTeacherIsAskedToSignAnUnsignedRegister() {
        var ownClass = given.withClassOf(30);
        var session = ended(ownClass);
        ownClass.asTeacher()
                .get("/staff")
                .then()
                .body(containsString("Sign the register of 5B Rowan"))
                .body(containsString("href=\"/sessions/" + session.publicId() + "/register\""));
    }

    @Test
    void anotherSchoolsSessionsAreNotOnATeachersHome() {
        var session = ended(given.withClassOf(30));
        given.withClassOf(3)
                .asTeacher()
                .get("/staff")
                .then()
                .body(not(containsString(session.publicId().value())));
    }

    @Test
    void anAccountWithoutASchoolIsToldSo() {
        StaffBrowser.as("nobody-yet teacher")
                .get("/staff")
                .then()
                .statusCode(200)
                .body(containsString("Your account does not belong to a school yet."));
    }

    @Test
    void everybodyStartsOnTheirHomePage() {
        for (var person : List.of("aoife auditor", "rita reviewer", "t-nobody trainer", "ada administrator")) {
            StaffBrowser.as(person)
                    .get("/staff")
                    .then()
                    .statusCode(200)
                    .body(containsString("<h2>To do"))
                    .body(containsString("<a href=\"/staff\" aria-current=\"page\">Home</a>"));
        }
    }

    @Test
    void anAuditorSeesTheReachOfTheTermAtAGlanceAndAReviewerDoesNot() {
        StaffBrowser.as("aoife auditor")
                .get("/staff")
                .then()
                .body(containsString("<a href=\"/reach?"))
                .body(containsString("Awaiting returns"));
        StaffBrowser.as("rita reviewer").get("/staff").then().body(not(containsString("tuk-glance")));
    }

    @Test
    void anAdministratorSeesWhatTheChecksOfTheSystemFound() {
        StaffBrowser.as("ada administrator")
                .get("/staff")
                .then()
                .body(containsString("<a href=\"/system\">Checks of the system</a>"))
                .body(containsString("Mail server: None is set up"));
    }

    @Test
    void somebodyWithoutARoleIsToldToFindTheirSchool() {
        StaffBrowser.as("nobody-at-all")
                .get("/staff")
                .then()
                .statusCode(200)
                .body(containsString("Your account does not belong to a school yet."));
    }

    @Transactional
    SessionFacts ended(GivenSchool.TaughtClass ownClass) {
        return pastSessions.deliver(new PastSession(
                people.byUsername(ownClass.teacher()).orElseThrow(),
                ownClass.school().id(),
                curriculum.current().getFirst().versionId(),
                true,
                clock.instant().minus(Duration.ofHours(1)),
                Duration.ofMinutes(40),
                List.of(new PastSession.PastClass(ownClass.schoolClass().id(), null))));
    }
}
