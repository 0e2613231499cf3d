package uk.thinkuknow.schools.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.RetentionSweep;
import uk.thinkuknow.identity.staff.Account;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.StaffingService;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests invitations to a school: sent, accepted once, withdrawn, expired and deleted in time. */
@QuarkusTest
class InvitationResourceTest {
    private static final List<String> AUDITOR = List.of("auditor");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @Inject
    GivenStaff given;

    @Inject
    PeopleService people;

    @Inject
    StaffingService staffing;

    @Inject
    MembershipService members;

    @Inject
    AccountService accounts;

    @Inject
    AccountErasure erasure;

    @Inject
    InvitationRetention old;

    @Inject
    EntityManager database;

    /** The browser of a person who is not signed in. */
    private static RequestSpecification browser() {
        return RestAssured.given();
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void aNameThatIsTooLongOrHasALinkOrWhatNoAccountCanHaveIsRefusedAndKeptWholeInTheForm(String name) {
        var kept = given.school();
        kept.asAdministrator().get(kept.page()).then().body(containsString("name=\"name\" value=\"\""));
        kept.asAdministrator()
                .post(kept.page(), "/people/invitations", "school", kept.id(), "name", name, "email", address())
                .then()
                .statusCode(422)
                .body(containsString("id=\"name-error\""))
                .body(containsString("name=\"name\" value=\"" + name.replace("\"", "&quot;") + "\""));
    }

    static List<String> noNames() {
        return List.of(
                "Una ".repeat(31).strip(), "Win at http://prize.example", "una@prize.example", "Una (Ulf) \"New\"");
    }

    @Test
    void anInvitedPersonCreatesAnAccountWithTheLinkInTheEmail() {
        var kept = given.school();
        var email = address();
        assertEquals(303, invite(kept, "Una O'New", email.toUpperCase(), "teacher"));
        kept.asAdministrator()
                .get(kept.page())
                .then()
                .body(containsString("Una O&#39;New"))
                .body(containsString(email));
        var link = given.linkTo(email);
        browser()
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("Join " + kept.school().name()));
        assertEquals(303, newAccount(link).statusCode());
        var account = given.account(email);
        assertEquals(kept.school().id(), account.place().schoolId());
        assertTrue(account.emailVerified(), "the link has proved it");
        assertEquals(List.of("CREATE", "ADD_ROLE teacher"), given.ordersOf(email));
        var first = browser().get(link);
        first.then().body(containsString(email));
        assertEquals(passwordOn(first), passwordOn(browser().get(link)), "a page that is loaded again is not lost");
        // 28 symbols of five bits, with hyphens between them
        assertTrue(passwordOn(first).matches("[2-9a-zA]{4}(-[2-9a-zA]{4}){6}"), "128 bits of chance and more");
        StaffBrowser.as(email + " teacher").get("/classes").then().body(containsString("5B Rowan"));
        kept.asAdministrator().get(kept.page()).then().body(not(containsString("Invited, not here yet")));
    }

    @Test
    void aLinkWorksOnce() {
        var kept = given.school();
        var email = address();
        invite(kept, "Una New", email, "teacher");
        var link = given.linkTo(email);
        var form = open(link);
        assertEquals(303, form.send(link).statusCode());
        assertEquals(409, form.send(link).statusCode(), "pressed twice");
        var other = StaffBrowser.as(given.accountWithoutSchool("example.org", true));
        assertEquals(
                409, other.post("/claim?words=Givenham", link + "/mine").statusCode(), "by somebody else afterwards");
        assertEquals(List.of("CREATE", "ADD_ROLE teacher"), given.ordersOf(email));
        used(60, email);
        browser()
                .get(link)
                .then()
                .body(containsString("This invitation has been used"))
                .body(not(containsString("tuk-once")));
    }

    @Test
    void whatSomebodySentWhoMayInviteNoLongerIsWithdrawn() {
        var kept = given.school();
        var by = people.byUsername(kept.administrator()).orElseThrow();
        for (var losing : List.<Consumer<Account>>of(
                who -> members.change(by, kept.school(), who, Membership.Part.TEACHER),
                who -> members.end(by, kept.school(), who),
                who -> accounts.setRoles(
                        by, who.publicId(), AUDITOR, new AccountService.RoleChange(AUDITOR, List.of())),
                who -> accounts.setArea(
                        by, who.publicId(), "region " + kept.school().regionKey()),
                who -> accounts.disable(by, who.publicId()),
                who -> erasure.eraseAgain(who.publicId()))) {
            var second = given.member(kept.school(), Membership.Part.ADMINISTRATOR);
            var email = address();
            var before = address();
            invite(kept, "Una New", before, "teacher");
            invite(new GivenStaff.StaffedSchool(kept.taught(), second), "Una New", email, "administrator");
            var link = given.linkTo(email);
            var form = open(link);
            losing.accept(given.account(second));
            browser().get(link).then().body(containsString("This invitation has been withdrawn"));
            assertEquals(409, form.send(link).statusCode());
            assertEquals(303, newAccount(given.linkTo(before)).statusCode(), "sent by somebody else");
        }
    }

    @Test
    void nobodyAcceptsAnInvitationThatTheySentThemselves() {
        var kept = given.school();
        var email = address();
        invite(kept, "Una New", email, "administrator");
        var link = given.linkTo(email);
        kept.asAdministrator()
                .post(link + "/mine", link + "/mine")
                .then()
                .statusCode(409)
                .body(containsString("You sent this invitation yourself"));
    }

    @Test
    void ofTwoWhoAcceptOneInvitationAtOnceOnlyOneCreatesTheAccount() throws Exception {
        var kept = given.school();
        var email = address();
        invite(kept, "Una New", email, "teacher");
        var link = given.linkTo(email);
        var both = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> press = () -> {
                var form = open(link);
                both.await();
                return form.send(link).statusCode();
            };
            var codes = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(press, press))) {
                codes.add(answer.get());
            }
            codes.sort(null);
            assertEquals(List.of(303, 409), codes);
        }
        assertEquals(List.of("CREATE", "ADD_ROLE teacher"), given.ordersOf(email));
    }

    @Test
    void anInvitedPersonWithAnAccountJoinsWithIt() {
        var kept = given.school();
        var first = given.school();
        var username = first.taught().teacher();
        var email = address();
        invite(kept, "Una New", email, "administrator");
        var link = given.linkTo(email);
        browser().redirects().follow(false).get(link + "/mine").then().statusCode(401);
        var teacher = first.asTeacher();
        teacher.get(link + "/mine").then().body(containsString("Join as Tessa " + username));
        teacher.post(link + "/mine", link + "/mine").then().statusCode(303).header("Location", endsWith("/staff"));
        assertTrue(staffing.isAdministratorOf(
                given.account(username).id(), kept.school().id()));
        assertEquals(
                first.school().id(), given.account(username).place().schoolId(), "still works at the first school");
        assertFalse(given.ordersOf(username).contains("CREATE"));
    }

    @Test
    void anUnusedInvitationIsShownOnTheHomePagesOfTheSchoolsAdministratorAndTheInvitedPerson() {
        var kept = given.school();
        var email = address();
        people.addAccount(email, "Una Old", email, true);
        invite(kept, "Una New", email, "teacher");
        invite(kept, "Ulf New", address(), "teacher");
        kept.asAdministrator()
                .get("/staff")
                .then()
                .body(containsString("2 invitations to " + kept.school().name() + " are not used yet"))
                .body(containsString("Ulf New, Una New. Ask"));
        StaffBrowser.as(email)
                .get("/staff")
                .then()
                .body(containsString("You are invited to " + kept.school().name()))
                .body(not(containsString("/invitations/")));
        expired(0, email);
        kept.asAdministrator()
                .get("/staff")
                .then()
                .body(containsString("1 invitation to " + kept.school().name() + " ran out unused"))
                .body(containsString("1 invitation to " + kept.school().name() + " is not used yet"));
        kept.asTeacher().get("/staff").then().body(not(containsString("not used yet")));
    }

    @Test
    void anInvitedAddressThatHasAnAccountGetsNoSecondOne() {
        var kept = given.school();
        var email = address();
        people.addAccount(email, "Una Old", email, true);
        invite(kept, "Una New", email, "teacher");
        var link = given.linkTo(email);
        browser().get(link).then().body(not(containsString("Make my account")));
        var form = StaffBrowser.as("x").open("/claim?words=Givenham");
        var sent = browser()
                .redirects()
                .follow(false)
                .cookies(form.cookies())
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf", form.token())
                .post(link + "/new-account");
        assertEquals(409, sent.statusCode());
        assertEquals(List.of(), given.ordersOf(email));
    }

    @Test
    void aWithdrawnExpiredOrInventedInvitationCannotBeAccepted() {
        var kept = given.school();
        var email = address();
        invite(kept, "Una New", email, "teacher");
        var link = given.linkTo(email);
        var form = open(link);
        var id = kept.asAdministrator()
                .get(kept.page())
                .asString()
                .replaceAll("(?s).*/people/invitations/([a-z0-9]{10})/withdraw.*", "$1");
        var withdraw = "/people/invitations/" + id + "/withdraw";
        var other = given.school();
        assertEquals(
                404,
                other.asAdministrator()
                        .post(other.page(), withdraw, "school", other.id())
                        .statusCode());
        assertEquals(
                404,
                other.asAdministrator()
                        .post(other.page(), withdraw, "school", kept.id())
                        .statusCode());
        assertEquals(
                303,
                kept.asAdministrator()
                        .post(kept.page(), withdraw, "school", kept.id())
                        .statusCode());
        assertEquals(
                303,
                kept.asAdministrator()
                        .post(kept.page(), withdraw, "school", kept.id())
                        .statusCode(),
                "twice");
        browser().get(link).then().body(containsString("This invitation has been withdrawn"));
        assertEquals(409, form.send(link).statusCode());

        var late = address();
        invite(kept, "Lena Late", late, "teacher");
        var lateLink = given.linkTo(late);
        var lateForm = open(lateLink);
        expired(0, late);
        browser().get(lateLink).then().body(containsString("This invitation has run out"));
        assertEquals(409, lateForm.send(lateLink).statusCode());
        kept.asAdministrator().get(kept.page()).then().body(containsString("Ran out on"));

        var key = lateLink.replace("/invitations/", "");
        for (var hostile : List.of(
                "x",
                "A".repeat(43),
                key.substring(1),
                key + "A",
                "%27%20or%201=1--",
                "%2e%2e%2fstaff",
                "%00".repeat(43),
                "é".repeat(43),
                "A".repeat(3000))) {
            browser()
                    .urlEncodingEnabled(false)
                    .get("/invitations/" + hostile)
                    .then()
                    .statusCode(anyOf(is(404), is(400)));
        }
    }

    @Test
    void anInvitationNeedsANameAnAddressAndTheSchoolsAdministratorAndGoesToNobodyTwice() {
        var kept = given.school();
        var email = address();
        assertEquals(422, invite(kept, " ", email, "teacher"));
        for (var bad : List.of(
                "",
                "una",
                "una@",
                "a b@example.org",
                "una@example.org,tom@example.org",
                "x".repeat(130) + "@a.example")) {
            assertEquals(422, invite(kept, "Una New", bad, "teacher"), bad);
        }
        kept.asAdministrator()
                .post(kept.page(), "/people/invitations", "school", kept.id(), "name", "Una O'New", "email", "una")
                .then()
                .body(containsString("value=\"Una O&#39;New\""))
                .body(containsString("Give an e-mail address"));
        assertEquals(303, invite(kept, "Una New", email, "teacher"));
        assertEquals(422, invite(kept, "Una New", email, "teacher"), "invited already");
        assertEquals(422, invite(kept, "Una Two", email.replace("@", "+two@"), "teacher"), "also in the same mailbox");
        assertEquals(
                422,
                invite(kept, "Here", given.account(kept.administrator()).email(), "teacher"),
                "belongs to the school");
        assertEquals(
                422,
                invite(kept, "Here", given.account(kept.administrator()).email().replace("@", "+b@"), "teacher"),
                "the same mailbox");
        assertEquals(
                422,
                kept.asTeacher()
                        .post(
                                "/claim?words=Givenham",
                                "/people/invitations",
                                "school",
                                kept.id(),
                                "name",
                                "Una",
                                "email",
                                address())
                        .statusCode(),
                "by a teacher");
        var other = given.school();
        assertEquals(
                404,
                other.asAdministrator()
                        .post(other.page(), "/people/invitations", "school", kept.id(), "name", "U", "email", address())
                        .statusCode());
    }

    @Test
    void twoHundredInvitationsADayAreSentAndNoMore() {
        var kept = given.school();
        assertEquals(303, invite(kept, "Una New", address(), "teacher"));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        insert into invitation (public_id, school_id, email, name, part, role, key_hash, invited_by, invited_at,
                          expires_at, inviter)
                        with recursive s as (select 100 as seq union all select seq + 1 from s where seq < 297)
                        select concat(substr(i.public_id, 1, 6), '0', s.seq), i.school_id, concat(s.seq, i.email), i.name, i.part, i.role,
                          unhex(sha2(concat(i.id, ' ', s.seq), 256)), i.invited_by, i.invited_at, i.expires_at, i.inviter
                        from (select * from invitation order by id desc limit 1) i, s""").executeUpdate());
        assertEquals(303, invite(kept, "Una New", address(), "teacher"), "the two hundredth");
        assertEquals(422, invite(kept, "Una New", address(), "teacher"));
    }

    @Test
    void anUnusedInvitationIsDeletedSixtyDaysAfterItExpires() {
        var kept = given.school();
        var email = address();
        var recent = address();
        invite(kept, "Una New", email, "teacher");
        invite(kept, "Una New", recent, "teacher");
        var link = given.linkTo(email);
        expired(59, recent);
        RetentionSweep.deleteAll(old);
        assertEquals(200, browser().get(link).statusCode());
        expired(60, email);
        RetentionSweep.deleteAll(old);
        assertEquals(404, browser().get(link).statusCode());
        assertEquals(200, browser().get(given.linkTo(recent)).statusCode());
    }

    @Test
    void aUsedInvitationIsDeletedSixtyDaysAfterItWasUsed() {
        var kept = given.school();
        var email = address();
        invite(kept, "Una New", email, "teacher");
        var link = given.linkTo(email);
        var username = given.accountWithoutSchool("example.org", true);
        StaffBrowser.as(username).post(link + "/mine", link + "/mine").then().statusCode(303);
        used(59, email);
        RetentionSweep.deleteAll(old);
        assertEquals(200, browser().get(link).statusCode());
        used(60, email);
        RetentionSweep.deleteAll(old);
        assertEquals(404, browser().get(link).statusCode());
        assertTrue(given.account(username).place().schoolId() != null);
    }

    private int invite(GivenStaff.StaffedSchool kept, String name, String email, String part) {
        return kept.asAdministrator()
                .post(
                        kept.page(),
                        "/people/invitations",
                        "school",
                        kept.id(),
                        "name",
                        name,
                        "email",
                        email,
                        "part",
                        part)
                .statusCode();
    }

    private static String address() {
        return "u" + ThreadLocalRandom.current().nextInt(1_000_000_000) + "@given.example";
    }

    private static Response newAccount(String link) {
        return open(link).send(link);
    }

    private static String passwordOn(Response page) {
        return page.asString().replaceAll("(?s).*tuk-once\">([^<]{34})<.*", "$1");
    }

    /** The page of an invitation, open in the browser of a person who is not signed in. */
    private record Opened(Map<String, String> cookies, String token) {
        Response send(String link) {
            return browser()
                    .redirects()
                    .follow(false)
                    .cookies(cookies)
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("csrf", token)
                    .post(link + "/new-account");
        }
    }

    private static Opened open(String link) {
        var page = browser().get(link);
        var token = TOKEN.matcher(page.asString());
        assertTrue(token.find(), page.asString());
        return new Opened(page.cookies(), token.group(1));
    }

    private void expired(int daysAgo, String email) {
        setBack("expires_at", daysAgo, email);
    }

    private void used(int daysAgo, String email) {
        setBack("used_at", daysAgo, email);
    }

    private void setBack(String column, int days, String email) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update invitation set " + column + " = now() - interval " + days
                                + " day - interval 1 hour where email = ?1")
                        .setParameter(1, email)
                        .executeUpdate());
    }
}
