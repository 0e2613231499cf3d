package uk.thinkuknow.schools.people;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.OpenWork;
import uk.thinkuknow.schools.members.StaffingService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the pages of a school's staff: members, safeguarding leads, leavers and email domains. */
@QuarkusTest
class PeopleResourceTest {
    @Inject
    GivenStaff given;

    @Inject
    PeopleService people;

    @Inject
    StaffingService staffing;

    @Inject
    EntityManager database;

    /** Reports one piece of open work for everyone not called Oona, in place of the packages that report real work. */
    @Singleton
    static class Homework implements OpenWork {
        @Inject
        PeopleService people;

        @Override
        public List<OpenItem> openOf(long staffId, long schoolId) {
            return people.nameOf(staffId).startsWith("Oona")
                    ? List.of()
                    : List.of(new OpenItem("The register of 5B <Rowan>", "/sessions/none/register"));
        }
    }

    @Test
    void allStaffSeeTheStaffPageAndOnlyAdministratorsCanChangeIt() {
        var kept = given.school();
        kept.asTeacher()
                .get("/people")
                .then()
                .statusCode(200)
                .body(containsString("Person " + kept.administrator()))
                .body(containsString("Designated safeguarding lead"))
                .body(not(containsString("action=\"/people/")));
        kept.asAdministrator().get("/people").then().body(containsString("action=\"/people/leads\""));
        var lead = idOf(given.member(kept.school(), Membership.Part.TEACHER));
        assertEquals(
                422,
                kept.asTeacher()
                        .post("/claim?words=Givenham", "/people/leads", "school", kept.id(), "lead", lead)
                        .statusCode());
        assertNull(staffing.leadsOf(kept.school().id()).lead());
    }

    @Test
    void anotherSchoolsStaffIsNeitherShownNorChanged() {
        var kept = given.school();
        var other = given.school();
        var person = idOf(kept.taught().teacher());
        var keeper = other.asAdministrator();
        assertEquals(404, keeper.get(kept.page()).statusCode());
        assertEquals(
                404, keeper.get("/people/" + person + "?school=" + kept.id()).statusCode());
        assertEquals(
                404, keeper.get("/people/" + person + "?school=" + other.id()).statusCode());
        for (var act : List.of("/part", "/end")) {
            for (var school : List.of(kept.id(), other.id(), "", "none")) {
                assertEquals(
                        404,
                        keeper.post(other.page(), "/people/" + person + act, "school", school)
                                .statusCode(),
                        act + " at " + school);
            }
        }
        for (var act : List.of("/people/leads", "/people/domains", "/people/domains/remove")) {
            assertEquals(
                    404,
                    keeper.post(other.page(), act, "school", kept.id(), "domain", "a.example", "lead", person)
                            .statusCode(),
                    act);
        }
        assertEquals(
                404,
                keeper.post(other.page(), "/people/leads", "school", other.id(), "lead", person)
                        .statusCode(),
                "somebody else's teacher as lead");
    }

    @Test
    void aNewSafeguardingLeadGetsAnEmailAndTheRoleUntilTheyAreNeitherLeadNorDeputy() {
        var kept = given.school();
        var teacher = kept.taught().teacher();
        var second = given.member(kept.school(), Membership.Part.TEACHER);
        assertEquals(303, name(kept, idOf(second), ""));
        assertEquals("Person " + second, leadName(kept));
        assertEquals(List.of("ADD_ROLE teacher", "ADD_ROLE dsl"), given.ordersOf(second));
        assertEquals(
                List.of("You are named as designated safeguarding lead of "
                        + kept.school().name()),
                given.lettersTo(second));
        assertEquals(422, name(kept, idOf(second), idOf(second)), "the same person twice");
        assertEquals(303, name(kept, idOf(teacher), idOf(second)));
        assertEquals(
                List.of("ADD_ROLE teacher", "ADD_ROLE dsl", "ADD_ROLE dsl"),
                given.ordersOf(second),
                "still leads, as deputy");
        assertEquals(303, name(kept, idOf(teacher), ""));
        assertEquals("REMOVE_ROLE dsl", given.ordersOf(second).getLast());
        assertEquals(303, name(kept, "", ""));
        assertNull(staffing.leadsOf(kept.school().id()).lead());
        kept.asAdministrator().get("/people").then().body(containsString("Nobody is named yet"));
    }

    @Test
    void aDisabledAdministratorIsNoAdministratorOfTheSchool() {
        var kept = given.school();
        var manager = managerOf(kept);
        var invitations = containsString("action=\"/people/invitations\"");
        manager.get(kept.page()).then().body(not(invitations));
        var second = given.member(kept.school(), Membership.Part.ADMINISTRATOR);
        people.disable(given.account(kept.administrator()).id(), true);
        manager.get(kept.page()).then().body(not(invitations));
        var part = "/people/" + idOf(second) + "/part";
        var asSecond = StaffBrowser.as(second + " teacher");
        asSecond.post(kept.page(), part, "school", kept.id(), "part", "teacher")
                .then()
                .statusCode(422);
        people.disable(given.account(second).id(), true);
        manager.get(kept.page()).then().body(invitations);
    }

    @Test
    void nobodyNamesThemselvesAndTheManagerOfTheAreaCanNameTheOnlyAdministrator() {
        var kept = given.school();
        var only = idOf(kept.administrator());
        assertEquals(422, name(kept, only, ""));
        assertEquals(422, name(kept, "", only));
        assertNull(staffing.leadsOf(kept.school().id()).lead());
        assertEquals(
                List.of(),
                given.ordersOf(kept.administrator()).stream()
                        .filter("ADD_ROLE dsl"::equals)
                        .toList());
        var manager = managerOf(kept);
        kept.asAdministrator()
                .post(kept.page(), "/people/leads", "school", kept.id(), "lead", only)
                .then()
                .body(containsString("You cannot name yourself"))
                .body(containsString("Manager " + kept.id()));
        manager.get(kept.page())
                .then()
                .body(containsString("action=\"/people/leads\""))
                .body(not(containsString("action=\"/people/invitations\"")));
        assertEquals(
                303,
                manager.post(kept.page(), "/people/leads", "school", kept.id(), "lead", only, "deputy", "")
                        .statusCode());
        assertEquals("Person " + kept.administrator(), leadName(kept));
        assertEquals(303, name(kept, only, idOf(kept.taught().teacher())), "who leads already may name the deputy");
    }

    @Test
    void theOneReplacedTheOtherLeadAndTheManagersAreTold() {
        var kept = given.school();
        managerOf(kept);
        var lead = given.member(kept.school(), Membership.Part.TEACHER);
        var deputy = given.member(kept.school(), Membership.Part.TEACHER);
        var next = given.member(kept.school(), Membership.Part.TEACHER);
        name(kept, idOf(lead), idOf(deputy));
        var title = "designated safeguarding lead";
        var changed = kept.school().name() + " has changed its " + title;
        assertEquals(303, name(kept, idOf(next), idOf(deputy)));
        assertEquals(changed, given.lettersTo(lead).getLast());
        assertEquals(changed, given.lettersTo(deputy).getLast());
        assertEquals(
                List.of("You are named as " + title + " of " + kept.school().name()), given.lettersTo(next));
        assertEquals(changed, given.lettersTo("m" + kept.taught().teacher()).getLast());
    }

    private StaffBrowser managerOf(GivenStaff.StaffedSchool kept) {
        var username = "m" + kept.taught().teacher();
        people.join(username, "Manager " + kept.id(), null, kept.school().regionKey());
        people.addAccount(username, "", username + "@example.org", true);
        var manager = StaffBrowser.as(username + " manager");
        manager.get("/claims");
        return manager;
    }

    @Test
    void eachNationHasItsOwnTitleForTheSafeguardingLead() {
        var kept = given.school();
        inNation(kept.school().regionKey(), "wales");
        kept.asAdministrator().get("/people").then().body(containsString("Designated senior person"));
        inNation(kept.school().regionKey(), "northern-ireland");
        kept.asAdministrator().get("/people").then().body(containsString("Designated teacher"));
        inNation(kept.school().regionKey(), "scotland");
        kept.asAdministrator().get("/people").then().body(containsString("Child protection coordinator"));
    }

    @Test
    void aLeaverLosesAccessRolesAndSignInsAndTheAdministratorIsToldWhatToHandOver() {
        var kept = given.school();
        var leaver = kept.taught().teacher();
        name(kept, idOf(leaver), "");
        var teacher = kept.asTeacher();
        assertEquals(200, teacher.get("/classes").statusCode());
        signedIn(leaver);
        var page = "/people/" + idOf(leaver);
        kept.asAdministrator()
                .get(page + "?school=" + kept.id())
                .then()
                .body(containsString("The register of 5B &lt;Rowan&gt;"))
                .body(containsString("The school must name another designated safeguarding lead"));
        assertEquals(
                422,
                kept.asAdministrator()
                        .post(kept.page(), page + "/end", "school", kept.id())
                        .statusCode(),
                "without the confirmation");
        assertEquals(200, teacher.get("/classes").statusCode());
        var words = people.nameOf(given.account(leaver).id()) + " has left: hand over the register of 5B &lt;Rowan&gt;";
        kept.asAdministrator().get("/staff").then().body(not(containsString(words)));
        assertEquals(
                303,
                kept.asAdministrator()
                        .post(kept.page(), page + "/end", "school", kept.id(), "sure", "yes")
                        .statusCode());
        assertEquals(404, teacher.get("/classes").statusCode());
        assertEquals(404, teacher.get(kept.taught().path()).statusCode());
        assertEquals(404, teacher.get("/people").statusCode());
        assertEquals(0, signInsOf(leaver));
        assertEquals(
                List.of("ADD_ROLE dsl", "REMOVE_ROLE dsl", "REMOVE_ROLE teacher", "SIGN_OUT"), given.ordersOf(leaver));
        assertNull(staffing.leadsOf(kept.school().id()).lead());
        assertEquals(
                404,
                kept.asAdministrator()
                        .post(kept.page(), page + "/end", "school", kept.id(), "sure", "yes")
                        .statusCode(),
                "twice");
        kept.asAdministrator().get("/people").then().body(containsString("Left in the last twelve months"));
        kept.asAdministrator()
                .get("/staff")
                .then()
                .body(containsString("href=\"/sessions/none/register\">" + words))
                .body(containsString("To be handed over"));
        assertTrue(people.trailOf("school " + kept.id()).stream()
                .anyMatch(each -> each.act().equals("ended somebody’s membership of the school")));
    }

    @Test
    void theLastAdministratorOfASchoolCannotLeaveBeforeAnotherIsNamed() {
        var kept = given.school();
        var only = "/people/" + idOf(kept.administrator());
        assertEquals(
                422,
                kept.asAdministrator()
                        .post(kept.page(), only + "/end", "school", kept.id(), "sure", "yes")
                        .statusCode());
        assertEquals(
                422,
                kept.asAdministrator()
                        .post(kept.page(), only + "/part", "school", kept.id(), "part", "teacher")
                        .statusCode());
        var teacher = "/people/" + idOf(kept.taught().teacher());
        assertEquals(
                303,
                kept.asAdministrator()
                        .post(kept.page(), teacher + "/part", "school", kept.id(), "part", "administrator")
                        .statusCode());
        assertEquals(
                303,
                kept.asAdministrator()
                        .post(kept.page(), only + "/end", "school", kept.id(), "sure", "yes")
                        .statusCode());
        assertEquals(404, kept.asAdministrator().get(kept.page()).statusCode());
        kept.asTeacher().get("/people").then().body(containsString("action=\"/people/leads\""));
    }

    @Test
    void aMemberOfSeveralSchoolsSwitchesBetweenThem() {
        var first = given.school();
        var second = given.school();
        var username = first.taught().teacher();
        var teacher = first.asTeacher();
        teacher.get("/people").then().body(not(containsString("Change school")));
        given.join(username, second.school());
        teacher.get("/people")
                .then()
                .body(containsString("<a class=\"tuk-who__out\" href=\"/my-schools\">Change school"));
        assertEquals(
                303,
                teacher.post("/my-schools", "/my-schools/" + second.id() + "/work-here")
                        .statusCode());
        teacher.get("/staff")
                .then()
                .body(containsString("Teacher, " + second.school().name()));
        assertEquals(404, teacher.get(first.taught().path()).statusCode());
        assertEquals(200, teacher.get(first.page()).statusCode(), "the staff of the other school");
        assertEquals(
                404,
                teacher.post("/my-schools", "/my-schools/" + given.school().id() + "/work-here")
                        .statusCode());
        var end = "/people/" + idOf(username) + "/end";
        assertEquals(
                303,
                second.asAdministrator()
                        .post(second.page(), end, "school", second.id(), "sure", "yes")
                        .statusCode());
        assertEquals(first.school().id(), given.account(username).place().schoolId());
        assertFalse(given.ordersOf(username).contains("REMOVE_ROLE teacher"), "still teaches at the first school");
    }

    @Test
    void invalidAndPublicEmailDomainsAreRefused() {
        var kept = given.school();
        for (var typed : List.of(
                "", "oakfield", "gmail.com", "me@GMAIL.com", "a b.example", "<x>.example", "-a.example", "sch.uk")) {
            assertEquals(422, domain(kept, "", typed), typed);
        }
        assertEquals(303, domain(kept, "", "oakfield.example"));
        assertEquals(422, domain(kept, "", "OAKFIELD.example"), "twice");
        assertEquals(303, domain(kept, "/remove", "oakfield.example"));
        assertEquals(303, domain(kept, "/remove", "oakfield.example"), "gone already");
    }

    private int domain(GivenStaff.StaffedSchool kept, String act, String typed) {
        return kept.asAdministrator()
                .post(kept.page(), "/people/domains" + act, "school", kept.id(), "domain", typed)
                .statusCode();
    }

    private int name(GivenStaff.StaffedSchool kept, String lead, String deputy) {
        return kept.asAdministrator()
                .post(kept.page(), "/people/leads", "school", kept.id(), "lead", lead, "deputy", deputy)
                .statusCode();
    }

    private String leadName(GivenStaff.StaffedSchool kept) {
        var lead = staffing.leadsOf(kept.school().id()).lead();
        assertNotNull(lead);
        return lead.name();
    }

    private String idOf(String username) {
        return given.account(username).publicId().value();
    }

    @Transactional
    void inNation(String region, String nation) {
        database.createNativeQuery("update region set nation = ?2 where region_key = ?1")
                .setParameter(1, region)
                .setParameter(2, nation)
                .executeUpdate();
    }

    @Transactional
    void signedIn(String username) {
        database.createNativeQuery(
                        "insert into sign_in (key_hash, username, keycloak_session, sealed_tokens, expires_at)"
                                + " values (unhex(sha2(?1, 256)), ?1, 's', 'x', '2999-01-01')")
                .setParameter(1, username)
                .executeUpdate();
    }

    @Transactional
    long signInsOf(String username) {
        return ((Number) database.createNativeQuery("select count(*) from sign_in where username = ?1")
                        .setParameter(1, username)
                        .getSingleResult())
                .longValue();
    }
}
