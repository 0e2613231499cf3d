package uk.thinkuknow.schools.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.signin.SignIns;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.AccountOrder;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.Membership;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.NameInEveryTable;
import uk.thinkuknow.schools.members.RecordingKeycloak;
import uk.thinkuknow.schools.members.StaffLetters;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that erasing a member of staff removes their name from the whole database and their account from Keycloak. */
@QuarkusTest
class AccountErasureTest {
    private static final StaffBrowser ADA = StaffBrowser.as("ada administrator");

    @Inject
    GivenStaff given;

    @Inject
    PeopleService people;

    @Inject
    AccountOrders orders;

    @Inject
    Invitations invitations;

    @Inject
    OneTimePasswords passwords;

    @Inject
    SignIns signIns;

    @Inject
    AccountErasure accountErasure;

    @Inject
    ErasureAfterRestore afterRestore;

    @Inject
    MembershipService members;

    @Inject
    StaffLetters letters;

    @Inject
    Vertx vertx;

    @Inject
    TlsConfigurationRegistry tls;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final int chance = ThreadLocalRandom.current().nextInt(1_000_000_000);
    private final String name = "Oona (O'Canary) " + chance;
    private final String email = "oona+canary" + chance + "@school.example";
    private final String username = "oona+" + chance;

    @Test
    void nothingInTheDatabaseNamesAnErasedPersonOnceKeycloakHasDeletedTheAccount() throws Exception {
        joinsASchool();
        var everywhere = new NameInEveryTable(database, name, username, email);
        everywhere.write();
        people.note(name, "did", "thing", "told " + name + " <" + email + ">");
        people.noteChange("Somebody", "changed", "thing", name + ": teacher", name + ": administrator");
        assertTrue(everywhere.whereIs(name).size() > 40, "the name was nearly everywhere: " + everywhere.whereIs(name));
        assertEquals(303, erase());
        try {
            assertEquals(List.of(), everywhere.whereIs(name));
            assertEquals(List.of(), everywhere.whereIs(email));
        } finally {
            everywhere.takeBack();
        }
        assertEquals(List.of("account_order.username"), everywhere.whereIs(username), "until Keycloak has been told");
        assertEquals(
                403,
                StaffBrowser.as(username + " teacher").get("/staff").statusCode(),
                "Keycloak still accepts the account");
        assertEquals(
                List.of("account_order.username"), everywhere.whereIs(username), "and the name is not stored again");
        assertEquals("/admin/realms/x/users/account-id", deletedByKeycloak().getLast());
        assertEquals(List.of(), everywhere.whereIs(username));
        ADA.get("/accounts?words=Former").then().body(not(containsString("Former member of staff")));
    }

    @Test
    void namesAndAddressesThatThePersonHadBeforeAreErasedToo() throws Exception {
        joinsASchool();
        var before = "Oona Before " + chance;
        var addressBefore = "oona.before" + chance + "@school.example";
        renamed(before, addressBefore);
        people.note(before, "did", "thing " + chance, "told " + before + " <" + addressBefore + ">");
        renamed(name, email);
        people.note(name, "did", "thing " + chance, "told " + name);
        assertEquals(303, erase());
        var everywhere = new NameInEveryTable(database, name, username, email);
        for (var left : List.of(before, addressBefore, name, email)) {
            assertEquals(List.of(), everywhere.whereIs(left), left);
        }
        StaffBrowser.as("aoife auditor").post("/audit/chain", "/audit/chain/check");
        StaffBrowser.as("aoife auditor").get("/audit/chain").then().body(containsString("Unbroken"));
    }

    /** Until 1.9 the audit kept what was searched for as the query of an address has it. */
    @Test
    void whoSearchedTheAuditForThePersonLeavesNoTraceOfTheirName() throws Exception {
        joinsASchool();
        for (var sought : List.of(name, email)) {
            var inQuery = URLEncoder.encode(sought, StandardCharsets.UTF_8);
            people.note("Aoife Brennan", "took a copy", "thing " + chance, "who=" + inQuery + "&");
            StaffBrowser.as("aoife auditor")
                    .get("/audit/csv?who=" + inQuery)
                    .then()
                    .statusCode(200);
        }
        assertEquals(303, erase());
        var everywhere = new NameInEveryTable(database, name, username, email);
        for (var left : List.of(name, email)) {
            assertEquals(List.of(), everywhere.whereIs(left));
            assertEquals(List.of(), everywhere.whereIs(URLEncoder.encode(left, StandardCharsets.UTF_8)));
        }
    }

    /** Otherwise acts of that time would be taken for acts of the erased person. */
    @Test
    void aNameThatAnotherPersonHadBeforeStays() throws Exception {
        joinsASchool();
        people.addAccount("other." + chance, name, "other" + chance + "@school.example", true);
        people.note(name, "did", "thing " + chance, "");
        try (var db = database.getConnection();
                var sql = db.createStatement()) {
            sql.executeUpdate("update staff set name = 'Other " + chance + "' where username = 'other." + chance + "'");
        }
        assertEquals(303, erase());
        assertEquals(name, people.trailOf("thing " + chance).getFirst().staffName());
    }

    /** As a sign-in does that has another name and address. */
    private void renamed(String becomes, String address) throws SQLException {
        try (var db = database.getConnection();
                var sql = db.createStatement()) {
            sql.executeUpdate("update staff set name = '" + becomes.replace("'", "''") + "', email = '" + address
                    + "' where username = '" + username + "'");
        }
    }

    @Test
    void pastActsStayUnderTheAccountNumberAndTheAuditChainHolds() {
        joinsASchool();
        people.note(name, "did", "thing " + chance, "something");
        var id = given.account(username).publicId();
        StaffBrowser.as("aoife auditor").post("/audit/chain", "/audit/chain/check");
        assertEquals(303, erase());
        assertEquals(
                "Former member of staff " + id,
                people.trailOf("thing " + chance).getFirst().staffName());
        assertEquals(
                "erased a member of staff",
                people.trailOf("account " + id).getFirst().act());
        StaffBrowser.as("aoife auditor").post("/audit/chain", "/audit/chain/check");
        StaffBrowser.as("aoife auditor").get("/audit/chain").then().body(containsString("Unbroken"));
    }

    /** Somebody could otherwise be invited under the words of a reason, and be erased to take them out. */
    @Test
    void wordsFromBeforeTheAccountWasMadeStayUnlessTheyHaveItsAddress() throws Exception {
        var phrase = "It frightened " + chance + " children";
        people.note("Somebody", "withdrew", "thing " + chance, phrase);
        people.noteChange("Somebody", "changed", "thing " + chance, phrase, phrase + ": " + email);
        try (var db = database.getConnection();
                var sql = db.createStatement()) {
            sql.execute("set foreign_key_checks = 0");
            sql.executeUpdate("insert into trainer_suspension (staff_id, why, suspended_by, suspended_at) values (0, '"
                    + phrase + "', 'Somebody', '2026-01-01')");
            people.addAccount(username, phrase, email, true);
            people.note("Somebody", "told", "thing " + chance, "told " + phrase);
            assertEquals(303, erase());
            var trail = people.trailOf("thing " + chance);
            assertEquals(
                    1,
                    trail.stream()
                            .filter(act -> act.toString().contains(phrase))
                            .count(),
                    trail.toString());
            assertEquals(
                    1,
                    sql.executeUpdate("delete from trainer_suspension where staff_id = 0 and why = '" + phrase + "'"));
            sql.execute("set foreign_key_checks = 1");
        }
    }

    /** In the restored database nobody else is administrator and lead yet. */
    @Test
    void whoHadBeenErasedIsErasedAgainAfterARestoreWhateverIsOpen() throws Exception {
        var school = given.schoolWithoutAdministrator().school();
        people.addAccount(username, name, email, true);
        var account = given.account(username);
        members.join(
                account,
                school,
                Membership.Part.ADMINISTRATOR,
                "Given",
                new MembershipService.Admission("as given", null));
        try (var db = database.getConnection();
                var statement = db.createStatement()) {
            statement.executeUpdate("insert into safeguarding_lead (school_id, part, staff_id, valid_from) values ("
                    + school.id() + ", 'LEAD', " + account.id() + ", current_date)");
        }
        assertEquals(422, erase(), "by hand something must be done first");
        var file = Files.createTempFile("erase-again", "");
        for (int start = 0; start < 2; start++) {
            afterRestore.eraseAgain(Files.writeString(file, "unknown222\n" + account.publicId() + "\n"));
            assertFalse(Files.exists(file));
        }
        assertEquals(
                List.of(PeopleService.BY_ITSELF),
                people.trailOf("account " + account.publicId()).stream()
                        .filter(act -> act.act().equals("erased a member of staff"))
                        .map(PeopleService.RecordedAct::staffName)
                        .toList());
        assertEquals("/admin/realms/x/users/account-id", deletedByKeycloak().getLast());
        assertEquals(List.of(), new NameInEveryTable(database, name, username, email).whereIs(name));
    }

    @Test
    void aSafeguardingLeadIsNotErasedBeforeAnotherIsNamed() {
        var kept = joinsASchool();
        var page = "/people?school=" + kept.id();
        var id = given.account(username).publicId().value();
        kept.asAdministrator().post(page, "/people/leads", "school", kept.id(), "lead", id, "deputy", "");
        assertEquals(422, erase());
        ADA.get(page())
                .then()
                .body(containsString("Leads safeguarding at " + kept.school().name() + ": name somebody else"))
                .body(not(containsString("/erase\"")));
        var other = given.member(kept.school(), Membership.Part.TEACHER);
        kept.asAdministrator()
                .post(
                        page,
                        "/people/leads",
                        "school",
                        kept.id(),
                        "lead",
                        given.account(other).publicId().value(),
                        "deputy",
                        "");
        assertEquals(303, erase());
    }

    @Test
    void openWorkPreventsTheErasure() {
        var kept = given.school();
        var other = given.member(kept.school(), Membership.Part.TEACHER);
        var page = "/accounts/" + given.account(other).publicId();
        ADA.get(page).then().body(containsString("href=\"/sessions/none/register\""));
        assertEquals(422, ADA.post(page, page + "/erase", "sure", "yes").statusCode());
    }

    @Test
    void neitherTheOnlyAdministratorOfASchoolNorOneselfCanBeErased() {
        var kept = given.school();
        var only = "/accounts/" + given.account(kept.administrator()).publicId();
        ADA.get(only).then().body(containsString("Is the only administrator of "));
        assertEquals(422, ADA.post(only, only + "/erase", "sure", "yes").statusCode());
        ADA.get("/accounts");
        var own = "/accounts/" + given.account("ada").publicId();
        assertEquals(422, ADA.post(own, own + "/erase", "sure", "yes").statusCode());
    }

    @Test
    void ordersThatKeycloakNeverReceivedDoNotDelayTheRemoval() throws IOException {
        joinsASchool();
        QuarkusTransaction.requiringNew().run(() -> {
            orders.give(username, AccountOrder.Kind.CREATE, null, "ada");
            orders.give(username, AccountOrder.Kind.ADD_ROLE, "teacher", "ada");
        });
        assertEquals(303, erase());
        assertEquals(List.of("/admin/realms/x/users/account-id"), deletedByKeycloak());
        assertEquals(List.of(), QuarkusTransaction.requiringNew().call(() -> orders.openOf(username)));
    }

    @Test
    void anOrderToCreateAnAccountWithoutItsInvitationStaysOpenUntilKeycloakHasTheAccount() throws IOException {
        people.addAccount(username, name, email, true);
        QuarkusTransaction.requiringNew().run(() -> orders.give(username, AccountOrder.Kind.CREATE, null, "ada"));
        deletedByAKeycloakThatKnows("nobody.else");
        var open = QuarkusTransaction.requiringNew()
                .call(() -> orders.openOf(username).getFirst());
        assertEquals(1, open.attempts());
        assertTrue(String.valueOf(open.answer()).startsWith("The invitation that made this account"), open.answer());
        ADA.post("/safeguards", "/accounts/try-again");
        deletedByKeycloak();
        assertEquals(
                List.of(),
                QuarkusTransaction.requiringNew().call(() -> orders.openOf(username)),
                "somebody has made it there");
    }

    @Test
    void nobodyIsErasedUnlessTheAdministratorConfirms() {
        given.accountWithoutSchool("school.example", true);
        joinsASchool();
        assertEquals(422, ADA.post(page(), page() + "/erase").statusCode());
        assertEquals(name, given.account(username).name());
    }

    @Test
    void theNameOfAnErasedPersonStaysInTheAuditIfAnotherAccountHasIt() {
        joinsASchool();
        people.addAccount("other." + chance, name, "other" + chance + "@school.example", true);
        people.note(name, "did", "thing " + chance, name + ", " + email);
        ADA.get(page()).then().body(containsString("may mean somebody else too"));
        assertEquals(303, erase());
        var noted = people.trailOf("thing " + chance).getFirst();
        assertEquals(name, noted.staffName());
        assertTrue(noted.detail().startsWith(name + ", erased-"), noted.detail());
    }

    @Test
    void rowsOfAnotherAccountWithTheSameAddressStay() {
        joinsASchool();
        people.addAccount("other." + chance, "Other Person " + chance, email, true);
        QuarkusTransaction.requiringNew()
                .run(() -> letters.write(
                        email, "For the other person", "/staff", "thing", List.of("A child has written.")));
        people.note("Other Person " + chance, "did", "thing " + chance, "wrote to " + email);
        assertEquals(303, erase());
        assertEquals(email, given.account("other." + chance).email());
        assertEquals(List.of("For the other person"), given.lettersTo("other." + chance));
        assertEquals(
                "wrote to " + email,
                people.trailOf("thing " + chance).getFirst().detail());
    }

    @Test
    void anAddressThatIsPartOfALongerOneStaysThere() {
        joinsASchool();
        people.note("Somebody", "did", "thing " + chance, "wrote to x." + email + " and to " + email + ".");
        assertEquals(303, erase());
        var detail = people.trailOf("thing " + chance).getFirst().detail();
        assertTrue(
                detail.matches("wrote to x\\." + Pattern.quote(email) + " and to erased-[a-z0-9]+@erased\\.invalid\\."),
                detail);
    }

    @Test
    void textAboutAnotherPersonStaysIfTheErasedNameContainsTheirsOrIsPartOfIt() {
        var other = "Tess Aldred " + chance;
        people.addAccount("other." + chance, other, "other" + chance + "@school.example", true);
        people.addAccount("more." + chance, "Signed by " + other, "more" + chance + "@school.example", true);
        people.addAccount("less." + chance, "Aldred " + chance, "less" + chance + "@school.example", true);
        people.note(other, "did", "thing " + chance, "Signed by " + other);
        for (var username : List.of("more." + chance, "less." + chance)) {
            var page = "/accounts/" + given.account(username).publicId();
            assertEquals(
                    303, ADA.post("/accounts", page + "/erase", "sure", "yes").statusCode());
        }
        assertEquals(
                "Signed by " + other,
                people.trailOf("thing " + chance).getFirst().detail());
        assertEquals(other, people.trailOf("thing " + chance).getFirst().staffName());
    }

    @Test
    void actsOfTheSystemStayWhoeverIsErased() {
        people.addAccount(username, PeopleService.BY_ITSELF, email, true);
        people.noteByItself("did", "thing " + chance, "by " + PeopleService.BY_ITSELF);
        assertEquals(303, erase());
        var noted = people.trailOf("thing " + chance).getFirst();
        assertEquals(PeopleService.BY_ITSELF, noted.staffName());
        assertEquals("by " + PeopleService.BY_ITSELF, noted.detail());
    }

    private GivenStaff.StaffedSchool joinsASchool() {
        var kept = given.school();
        people.addAccount(username, name, email, true);
        given.join(username, kept.school());
        return kept;
    }

    private String page() {
        return "/accounts/" + given.account(username).publicId();
    }

    private int erase() {
        return ADA.post("/accounts", page() + "/erase", "sure", "yes").statusCode();
    }

    /** The paths that a Keycloak with this account is told to delete. */
    private List<String> deletedByKeycloak() throws IOException {
        return deletedByAKeycloakThatKnows(username);
    }

    private List<String> deletedByAKeycloakThatKnows(String somebody) throws IOException {
        try (var server = new RecordingKeycloak(somebody)) {
            var keycloak = new Keycloak(vertx, tls, server.realm(), Optional.of("secret"), clock);
            new AccountOrderSender(orders, passwords, keycloak, signIns, accountErasure).sendOrdersOf(username);
            return server.deleted();
        }
    }
}
