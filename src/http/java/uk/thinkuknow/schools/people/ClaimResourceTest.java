package uk.thinkuknow.schools.people;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.StaffingService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests claims to work at a school: made by a person, decided by those who may change the school's staff. */
@QuarkusTest
class ClaimResourceTest {
    /** A page with a form that everyone may open; every given school is in Givenham. */
    private static final String FORM = "/claim?words=Givenham";

    @Inject
    GivenStaff given;

    @Inject
    PeopleService people;

    @Inject
    StaffingService staffing;

    @Test
    void aPersonClaimsASchoolAndBelongsToItOnceApproved() {
        var kept = given.school();
        var username = given.accountWithoutSchool("example.org", true);
        var person = StaffBrowser.as(username);
        person.get("/staff").then().statusCode(200).body(containsString("href=\"/claim\""));
        person.get("/claim?words=" + kept.school().name())
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + kept.id() + "\""));
        assertEquals(303, ask(username, kept.id()));
        person.get("/claim")
                .then()
                .body(containsString("You have asked to join " + kept.school().name()));
        kept.asAdministrator().get(kept.page()).then().body(containsString("“I teach 5B”"));
        kept.asTeacher().get(kept.page()).then().body(not(containsString("“I teach 5B”")));
        var waits = "\">Person " + username + " asks to join " + kept.school().name();
        kept.asAdministrator().get("/staff").then().body(containsString(waits));
        kept.asTeacher().get("/staff").then().body(not(containsString(waits)));
        assertEquals(
                List.of("Person " + username + " asks to join " + kept.school().name()),
                given.lettersTo(kept.administrator()));
        assertEquals(303, decide(kept.asAdministrator(), kept, "approve", "part", "teacher", "checked", "yes"));
        kept.asAdministrator().get("/staff").then().body(not(containsString(waits)));
        assertEquals(kept.school().id(), given.account(username).place().schoolId());
        assertEquals(List.of("ADD_ROLE teacher"), given.ordersOf(username));
        assertEquals(List.of("You belong to " + kept.school().name() + " now"), given.lettersTo(username));
        StaffBrowser.as(username + " teacher").get("/classes").then().body(containsString("5B Rowan"));
    }

    @Test
    void aSearchForSchoolsWithEmptyOrHostileTextIsAnswered() {
        var person = StaffBrowser.as(given.accountWithoutSchool("example.org", true));
        for (var words : List.of("", "%", "_", "' or 1=1", "<script>", "x".repeat(3000))) {
            person.get("/claim?words=" + words).then().statusCode(200).body(not(containsString("<script>")));
        }
    }

    @Test
    void aPersonHasOneOpenClaimAtATimeAndNoneForTheirOwnSchool() {
        var kept = given.school();
        var other = given.school();
        var username = given.accountWithoutSchool("example.org", true);
        assertEquals(303, ask(username, kept.id()));
        assertEquals(422, ask(username, kept.id()));
        assertEquals(422, ask(username, other.id()));
        assertEquals(
                303,
                StaffBrowser.as(username).post("/claim", "/claim/take-back").statusCode());
        assertEquals(303, ask(username, other.id()));
        assertEquals(422, ask(other.taught().teacher(), other.id()));
        assertEquals(404, ask(given.accountWithoutSchool("example.org", true), "nosuchone1"));
        assertEquals(422, ask(given.accountWithoutSchool("example.org", true), ""));
    }

    @Test
    void aPersonAsksASchoolThreeTimesADayAndNoFourth() {
        var kept = given.school();
        var username = given.accountWithoutSchool("example.org", true);
        for (int time = 0; time < 3; time++) {
            assertEquals(303, ask(username, kept.id()));
            assertEquals(
                    303,
                    StaffBrowser.as(username).post("/claim", "/claim/take-back").statusCode());
        }
        assertEquals(422, ask(username, kept.id()));
        assertEquals(3, given.lettersTo(kept.administrator()).size());
        assertEquals(303, ask(username, given.school().id()), "another school");
        assertEquals(303, ask(given.accountWithoutSchool("example.org", true), kept.id()), "somebody else");
    }

    @Test
    void whatAPersonCalledTheSystemDoesIsInTheAuditUnderTheirUserName() {
        var kept = given.school();
        var username = given.accountWithoutSchool("example.org", true);
        people.addAccount("s" + username, PeopleService.BY_ITSELF, username + "@example.com", true);
        assertEquals(303, ask("s" + username, kept.id()));
        assertEquals(
                List.of(PeopleService.BY_ITSELF + " s" + username),
                given.auditOf("school " + kept.id(), "asked to join the school"));
        people.noteByItself("did", "thing " + username, "");
        assertEquals(List.of(PeopleService.BY_ITSELF), given.auditOf("thing " + username, "did"));
    }

    @Test
    void aVerifiedAddressAtTheSchoolsDomainIsApprovedWithOneClickAndNeverAutomatically() {
        var kept = given.school();
        var domain = kept.id() + ".example";
        assertEquals(
                303,
                kept.asAdministrator()
                        .post(kept.page(), "/people/domains", "school", kept.id(), "domain", "Tess@" + domain)
                        .statusCode());
        var verified = given.accountWithoutSchool(domain, true);
        ask(verified, kept.id());
        assertNull(given.account(verified).place().schoolId(), "nobody has approved it");
        kept.asAdministrator().get(kept.page()).then().body(containsString("Verified address of the school’s own"));
        assertEquals(303, decide(kept.asAdministrator(), kept, "approve", "part", "teacher"));
        var unverified = given.accountWithoutSchool(domain, false);
        ask(unverified, kept.id());
        assertEquals(409, decide(kept.asAdministrator(), kept, "approve", "part", "teacher"));
        decide(kept.asAdministrator(), kept, "refuse", "why", "Unknown here");
        var below = given.accountWithoutSchool("pupils." + domain, true);
        ask(below, kept.id());
        assertEquals(409, decide(kept.asAdministrator(), kept, "approve", "part", "teacher"));
    }

    @Test
    void aClaimIsDecidedOnlyByTheSchoolsAdministratorIfTheSchoolHasOne() {
        var kept = given.school();
        var other = given.school();
        ask(given.accountWithoutSchool("example.org", true), kept.id());
        var claim = claimAt(kept);
        var approve = "/claims/" + claim + "/approve";
        assertEquals(409, kept.asTeacher().post(FORM, approve, "checked", "yes").statusCode(), "a teacher");
        assertEquals(
                404,
                other.asAdministrator().post(FORM, approve, "checked", "yes").statusCode(),
                "another school's");
        var manager = StaffBrowser.as("manager-of-all manager");
        assertEquals(
                409,
                manager.post(FORM, approve, "checked", "yes").statusCode(),
                "the programme, where the school has an administrator");
        manager.get("/claims").then().body(not(containsString(claim)));
        assertEquals(
                303,
                kept.asAdministrator().post(FORM, approve, "checked", "yes").statusCode());
    }

    @Test
    void theManagerOfTheRegionDecidesIfTheSchoolHasNoAdministrator() {
        var taught = given.schoolWithoutAdministrator();
        var elsewhere = given.schoolWithoutAdministrator();
        var username = given.accountWithoutSchool("example.org", true);
        ask(username, taught.school().publicId().value());
        people.join(
                "m" + taught.teacher(), "Manager here", null, taught.school().regionKey());
        people.join(
                "m" + elsewhere.teacher(),
                "Manager elsewhere",
                null,
                elsewhere.school().regionKey());
        var here = StaffBrowser.as("m" + taught.teacher() + " manager");
        var there = StaffBrowser.as("m" + elsewhere.teacher() + " manager");
        var approve = "/claims/" + claimIn(here.get("/claims").asString()) + "/approve";
        there.get("/claims").then().body(not(containsString(username)));
        var fields = new String[] {"part", "administrator", "checked", "yes"};
        assertEquals(404, there.post(FORM, approve, fields).statusCode());
        assertEquals(303, here.post(FORM, approve, fields).statusCode());
        assertTrue(staffing.isAdministratorOf(
                given.account(username).id(), taught.school().id()));
    }

    @Test
    void ofTwoApprovalsAtOnceTheSecondIsRefused() throws Exception {
        var kept = given.school();
        var second = StaffBrowser.as(given.member(kept.school(), Membership.Part.ADMINISTRATOR) + " teacher");
        var username = given.accountWithoutSchool("example.org", true);
        ask(username, kept.id());
        var approve = "/claims/" + claimAt(kept) + "/approve";
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(Stream.of(kept.asAdministrator(), second)
                    .map(keeper -> (Callable<Integer>) () -> {
                        both.await();
                        return keeper.post(FORM, approve, "checked", "yes").statusCode();
                    })
                    .toList());
            var codes = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            codes.sort(null);
            assertEquals(List.of(303, 409), codes);
        }
        assertEquals(List.of("ADD_ROLE teacher"), given.ordersOf(username));
        kept.asAdministrator()
                .post(FORM, approve, "checked", "yes")
                .then()
                .body(containsString("has approved this already"));
    }

    @Test
    void aRefusedPersonSeesTheReasonAndMayClaimAgain() {
        var kept = given.school();
        var username = given.accountWithoutSchool("example.org", true);
        ask(username, kept.id());
        assertEquals(409, decide(kept.asAdministrator(), kept, "refuse", "why", " "), "no reason");
        assertEquals(303, decide(kept.asAdministrator(), kept, "refuse", "why", "We do not know you <b>"));
        StaffBrowser.as(username).get("/claim").then().body(containsString("We do not know you &lt;b&gt;"));
        assertEquals(List.of("About your request to join " + kept.school().name()), given.lettersTo(username));
        assertEquals(303, ask(username, kept.id()));
        assertEquals(List.of(), given.ordersOf(username));
    }

    private int ask(String username, String school) {
        return StaffBrowser.as(username)
                .post(FORM, "/claim", "school", school, "note", "I teach 5B", "words", "School")
                .statusCode();
    }

    private int decide(StaffBrowser keeper, GivenStaff.StaffedSchool kept, String act, String... fields) {
        return keeper.post(kept.page(), "/claims/" + claimAt(kept) + "/" + act, fields)
                .statusCode();
    }

    private static String claimAt(GivenStaff.StaffedSchool kept) {
        return claimIn(kept.asAdministrator().get(kept.page()).asString());
    }

    private static String claimIn(String page) {
        return page.replaceAll("(?s).*?/claims/([a-z0-9]{10})/approve.*", "$1");
    }
}
