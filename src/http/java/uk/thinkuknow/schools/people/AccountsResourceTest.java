package uk.thinkuknow.schools.people;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.identity.staff.Scope;
import uk.thinkuknow.schools.accounts.AccountOrderSender;
import uk.thinkuknow.schools.accounts.AccountService;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.StaffingService;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the pages on which the programme's administrators manage accounts and invite people, with the orders they write
 * to Keycloak.
 */
@QuarkusTest
class AccountsResourceTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");
    private static final int MORE_THAN_A_LIST = 101;

    @Inject
    @All
    List<RetentionRule> rules;

    @Inject
    GivenStaff given;

    @Inject
    PeopleService people;

    @Inject
    StaffingService staffing;

    @Inject
    AccountService accounts;

    @Inject
    AccountOrders orders;

    @Inject
    AccountOrderSender worker;

    @Inject
    EntityManager database;

    @Test
    void accountsAreFoundByNameUsernameAndEmailAddress() {
        var username = given.accountWithoutSchool("found.example", true);
        for (var words : List.of("PERSON " + username, username.substring(1), username + "@found.example")) {
            ADA.get("/accounts?words=" + words)
                    .then()
                    .statusCode(200)
                    .body(containsString("/accounts/" + idOf(username)));
        }
        for (var words : List.of("no such person at all", "%25", "' or 1=1", "<b>", "x".repeat(3000))) {
            ADA.get("/accounts?words=" + words).then().statusCode(200).body(not(containsString("<b><script")));
        }
        ADA.get("/accounts?page=99999").then().statusCode(200);
        ADA.get("/accounts?page=-1").then().statusCode(200);
        assertEquals(404, ADA.get("/accounts/none").statusCode());
    }

    @Test
    void theListShowsEachPersonsSchoolsAreaAndKnownRoles() {
        var kept = given.school();
        var name = kept.administrator();
        ADA.get("/accounts?words=" + name)
                .then()
                .body(containsString("<p class=\"tuk-s\">School administrator at "
                        + kept.school().name() + "</p>"));
        var school = kept.school();
        assertEquals(303, post(name, "/area", "area", "region " + school.regionKey()));
        ADA.get("/accounts?words=" + name).then().body(containsString("<p class=\"tuk-s\">Looks after Region "));
        assertEquals(303, post(name, "/area", "area", ""));
        StaffBrowser.as(name + " teacher manager reviewer").get("/claims");
        ADA.get("/accounts?words=" + name)
                .then()
                .body(containsString("Manager of the whole programme; reviewer; school administrator at "));
    }

    @Test
    void whileKeycloakCannotBeAskedThePageOfAnAccountSaysSoAndShowsTheRest() {
        var kept = given.school();
        ADA.get(pageOf(kept.administrator()))
                .then()
                .statusCode(200)
                .body(containsString("Until Keycloak answers, roles are neither shown nor changed here"))
                .body(containsString(kept.school().name()));
    }

    @Test
    void rolesAreNotChangedWhileKeycloakCannotBeAsked() {
        var username = given.accountWithoutSchool("example.org", true);
        ADA.post("/safeguards", pageOf(username) + "/roles", "role", "trainer")
                .then()
                .statusCode(422)
                .body(containsString("Until Keycloak answers, roles are not changed here"));
        assertEquals(List.of(), given.ordersOf(username));
    }

    @Test
    void administratorsCanNeitherDisableThemselvesNorGiveThemselvesASchoolOrAnArea() {
        ADA.get("/accounts");
        var kept = given.school();
        assertEquals(422, post("ada", "/disable"));
        assertFalse(given.account("ada").isDisabled());
        assertEquals(422, post("ada", "/schools", "school", kept.id(), "part", "administrator"));
        assertFalse(staffing.isAdministratorOf(
                given.account("ada").id(), kept.school().id()));
        assertEquals(422, post("ada", "/area", "area", ""));
        ADA.get(pageOf("ada"))
                .then()
                .body(containsString("only another administrator gives it roles, schools or an area"))
                .body(not(containsString(pageOf("ada") + "/schools")))
                .body(not(containsString(pageOf("ada") + "/area")));
    }

    @Test
    void aDisabledAccountIsRefusedFromTheNextRequestUntilItIsEnabledAgain() {
        var kept = given.school();
        var teacher = kept.asTeacher();
        var username = kept.taught().teacher();
        assertEquals(200, teacher.get("/classes").statusCode());
        assertEquals(303, post(username, "/disable"));
        assertEquals(403, teacher.get("/classes").statusCode());
        assertEquals(403, teacher.get("/staff").statusCode());
        assertEquals(403, teacher.get("/claim").statusCode());
        assertEquals(List.of("DISABLE", "SIGN_OUT"), given.ordersOf(username));
        assertEquals(303, post(username, "/disable"), "twice");
        assertEquals(303, post(username, "/enable"));
        assertEquals(200, teacher.get("/classes").statusCode());
        assertEquals(List.of("DISABLE", "SIGN_OUT", "ENABLE"), given.ordersOf(username));
    }

    @Test
    void anAccountIsAddedToASchoolAndGivenARegion() {
        var kept = given.school();
        var username = given.accountWithoutSchool("example.org", true);
        ADA.get(pageOf(username) + "?words=" + kept.school().name())
                .then()
                .body(containsString("value=\"" + kept.id() + "\""));
        assertEquals(303, post(username, "/schools", "school", kept.id(), "part", "administrator"));
        assertTrue(staffing.isAdministratorOf(
                given.account(username).id(), kept.school().id()));
        assertEquals(422, post(username, "/schools", "school", ""));
        assertEquals(404, post(username, "/schools", "school", "none"));
        assertEquals(
                303, post(username, "/area", "area", "region " + kept.school().regionKey()));
        assertEquals(
                kept.school().regionKey(),
                given.account(username).place().scope().key());
        assertEquals(404, post(username, "/area", "area", "region atlantis"));
        assertEquals(404, post(username, "/area", "area", "street high-street"));
        assertEquals(303, post(username, "/area", "area", ""));
        assertTrue(given.account(username).place().scope().isProgramme());
    }

    @Test
    void aFailedOrderIsShownWithTheReasonAndRetriedBeforeLaterOnes() {
        orderTrainer(given.accountWithoutSchool("example.org", true), MORE_THAN_A_LIST);
        var username = given.accountWithoutSchool("example.org", true);
        orderTrainer(username, 1);
        post(username, "/disable");
        worker.sendOrdersOf(username);
        worker.sendOrdersOf(username);
        assertEquals(
                List.of("1 no secret", "0 ", "0 "), triesOf(username), "the first in order, and once until it is due");
        ADA.get("/accounts").then().body(containsString("Keycloak has not been told yet"));
        ADA.get(pageOf(username))
                .then()
                .body(containsString("Give the role trainer: This installation has no secret for Keycloak"));
        assertEquals(303, ADA.post("/safeguards", "/accounts/try-again").statusCode());
        worker.sendOrdersOf(username);
        assertEquals(List.of("2 no secret", "0 ", "0 "), triesOf(username));
    }

    @Test
    void sentOrdersAreDeletedAfterSixtyDaysAndPendingOnesAreNot() {
        var username = given.accountWithoutSchool("example.org", true);
        orderTrainer(username, 1);
        post(username, "/disable");
        toldAgo(username, "ADD_ROLE", 60);
        toldAgo(username, "DISABLE", 59);
        RetentionSweep.deleteAll(rules.stream()
                .filter(rule -> rule.terms().key().equals("account-orders"))
                .findFirst()
                .orElseThrow());
        assertEquals(List.of("DISABLE", "SIGN_OUT"), given.ordersOf(username));
    }

    @Test
    void anInvitationToTheProgrammeNeedsARoleAndCanBeAcceptedOrWithdrawn() {
        var email = "trainer" + given.accountWithoutSchool("example.org", true) + "@given.example";
        assertEquals(422, invite(email, "teacher"), "no role of the programme");
        assertEquals(422, invite(email, ""));
        ADA.post("/accounts", "/accounts/invitations", "name", "Tara <b>", "email", "tara", "role", "trainer")
                .then()
                .statusCode(422)
                .body(containsString("value=\"Tara &lt;b&gt;\""))
                .body(containsString("The name of an account cannot have these characters: &lt; &gt;"))
                .body(containsString("<option value=\"trainer\" selected"));
        assertEquals(303, invite(email, "trainer"));
        assertEquals(422, invite(email, "trainer"), "invited already");
        ADA.get("/accounts").then().body(containsString(email + ", as a trainer, by ada"));
        var key = given.linkTo(email);
        io.restassured.RestAssured.given().get(key).then().body(containsString("Join the ThinkUKnow programme"));
        var username = given.accountWithoutSchool("example.org", true);
        StaffBrowser.as(username).post(key + "/mine", key + "/mine").then().statusCode(303);
        assertEquals(List.of("ADD_ROLE trainer"), given.ordersOf(username));
        assertNull(given.account(username).place().schoolId());
        var withdrawn = "w" + email;
        invite(withdrawn, "auditor");
        var id = ADA.get("/accounts")
                .asString()
                .replaceAll("(?s).*?/accounts/invitations/([a-z0-9]{10})/withdraw.*", "$1");
        var withdraw = "/accounts/invitations/" + id + "/withdraw";
        assertEquals(303, ADA.post("/accounts", withdraw).statusCode());
        assertEquals(404, ADA.post("/accounts", withdraw.replace(id, "none")).statusCode());
        ADA.get("/accounts").then().body(not(containsString(withdrawn)));
    }

    @Test
    void aPersonIsNotInvitedTwiceWithAnAdditionToTheirAddress() {
        var username = given.accountWithoutSchool("mailbox.example", true);
        ADA.post(
                        "/accounts",
                        "/accounts/invitations",
                        "name",
                        "Tara New",
                        "email",
                        username + "+2@mailbox.example",
                        "role",
                        "manager")
                .then()
                .statusCode(422)
                .body(containsString("That is the mailbox of " + username + "@mailbox.example"));
        assertEquals(303, invite(username + "2+a@mailbox.example", "manager"));
        assertEquals(422, invite(username + "2+b@mailbox.example", "manager"));
        assertEquals(422, invite(username + "2@mailbox.example", "manager"));
        assertEquals(303, invite(username + "3@mailbox.example", "manager"));
    }

    @Test
    void theManagersOfTheWholeProgrammeReadWhoBecomesAManagerOrAnAdministrator() {
        var of = given.accountWithoutSchool("managers.example", true);
        StaffBrowser.as(of + " manager").get("/training/trained").then().statusCode(200);
        var regional = given.accountWithoutSchool("managers.example", true);
        StaffBrowser.as(regional + " manager").get("/training/trained").then().statusCode(200);
        people.setArea(given.account(regional).id(), Scope.region("north-west"));
        var username = given.accountWithoutSchool("managers.example", true);
        accounts.setRoles(
                people.byUsername(regional).orElseThrow(),
                given.account(username).publicId(),
                List.of(),
                new AccountService.RoleChange(List.of(), List.of("manager", "trainer")));
        var becomes = given.account(username).name() + " will be a manager of the ThinkUKnow programme";
        assertEquals(List.of(becomes), given.lettersTo(of));
        assertEquals(List.of(), given.lettersTo(regional));
        var invited = "i" + username;
        assertEquals(303, invite(invited + "@managers.example", "administrator"));
        var key = given.linkTo(invited + "@managers.example");
        StaffBrowser.as(username).post(key + "/mine", key + "/mine").then().statusCode(303);
        assertEquals(
                given.account(username).name() + " will be an administrator of the ThinkUKnow programme",
                given.lettersTo(of).getLast());
    }

    private static int invite(String email, String role) {
        return ADA.post("/accounts", "/accounts/invitations", "name", "Tara New", "email", email, "role", role)
                .statusCode();
    }

    private int post(String username, String act, String... fields) {
        return ADA.post("/safeguards", pageOf(username) + act, fields).statusCode();
    }

    private String pageOf(String username) {
        return "/accounts/" + idOf(username);
    }

    private String idOf(String username) {
        return given.account(username).publicId().value();
    }

    @Transactional
    void orderTrainer(String username, int times) {
        for (int i = 0; i < times; i++) {
            orders.give(username, AccountOrder.Kind.ADD_ROLE, "trainer", "ada");
        }
    }

    @Transactional
    void toldAgo(String username, String kind, int days) {
        database.createNativeQuery(
                        "update account_order set state = 'SENT', answered_at = now() - interval " + days
                                + " day - interval 1 hour, written_at = now() - interval 100 day where username = ?1 and kind = ?2")
                .setParameter(1, username)
                .setParameter(2, kind)
                .executeUpdate();
    }

    @Transactional
    List<String> triesOf(String username) {
        return database.createNativeQuery(
                        "select concat(attempts, ' ', if(answer like '%no secret%', 'no secret', coalesce(answer, '')))"
                                + " from account_order where username = ?1 order by id",
                        String.class)
                .setParameter(1, username)
                .getResultList();
    }
}
