package uk.thinkuknow.schools.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.common.Refused;
import uk.thinkuknow.identity.signin.Keycloak;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.AccountOrders;
import uk.thinkuknow.schools.members.GivenStaff;
import uk.thinkuknow.schools.members.MembershipService;
import uk.thinkuknow.schools.members.Memberships;
import uk.thinkuknow.schools.members.RecordingKeycloak;
import uk.thinkuknow.schools.members.RightsEnded;
import uk.thinkuknow.schools.school.SchoolService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tests which changes of roles are ordered from Keycloak and recorded, with a Keycloak that says which roles somebody has. */
@QuarkusTest
class AccountRolesTest {
    @Inject
    RoleLetters letters;

    @Inject
    Event<RightsEnded> rightsEnded;

    @Inject
    GivenStaff given;

    @Inject
    Memberships memberships;

    @Inject
    MembershipService members;

    @Inject
    AccountOrders orders;

    @Inject
    SchoolService schools;

    @Inject
    PeopleService people;

    @Inject
    Vertx vertx;

    @Inject
    TlsConfigurationRegistry tls;

    @Inject
    Clock clock;

    @Test
    void roleChangesAreOrderedFromKeycloakAndRemovingARoleEndsSignIns() throws IOException {
        var username = given.accountWithoutSchool("example.org", true);
        var admin = administrator();
        change(admin, username, List.of(), List.of(), List.of("trainer", "manager"));
        assertEquals(List.of("ADD_ROLE trainer", "ADD_ROLE manager"), given.ordersOf(username));
        var both = List.of("trainer", "manager");
        change(admin, username, both, both, List.of("trainer"));
        assertEquals(
                List.of("ADD_ROLE trainer", "ADD_ROLE manager", "REMOVE_ROLE manager", "SIGN_OUT"),
                given.ordersOf(username));
        change(admin, username, both, List.of("trainer"), List.of("trainer"));
        change(admin, username, both, List.of(), List.of("realm-admin", "teacher"));
        assertEquals(4, given.ordersOf(username).size(), "nothing changes, or none of ours to give");
    }

    @Test
    void whoIsNoManagerOrReviewerAnyMoreGetsTheirLettersNoMore() throws IOException {
        var username = given.accountWithoutSchool("example.org", true);
        StaffBrowser.as(username + " manager reviewer").get("/staff");
        var both = List.of("manager", "reviewer");
        assertEquals(2, listed(username));
        change(administrator(), username, both, both, List.of());
        assertEquals(0, listed(username));
    }

    private long listed(String username) {
        var id = given.account(username).id();
        return Stream.of(people.managers(), people.reviewers())
                .flatMap(List::stream)
                .filter(each -> each.id() == id)
                .count();
    }

    @Test
    void theAuditHasTheRolesOfKeycloakBeforeAChangeWhateverTheBrowserSays() throws IOException {
        var username = given.accountWithoutSchool("example.org", true);
        change(administrator(), username, List.of("auditor", "teacher"), List.of("reviewer"), List.of("manager"));
        assertEquals("auditor → auditor, manager", lastChangeOf(username));
        assertEquals(List.of("ADD_ROLE manager"), given.ordersOf(username));
    }

    @Test
    void aRoleThatKeycloakIsStillToBeToldOfIsNeitherGivenNorRecordedTwice() throws IOException {
        var username = given.accountWithoutSchool("example.org", true);
        change(administrator(), username, List.of(), List.of(), List.of("trainer"));
        change(administrator(), username, List.of(), List.of(), List.of("trainer", "auditor"));
        assertEquals(List.of("ADD_ROLE trainer", "ADD_ROLE auditor"), given.ordersOf(username));
        assertEquals("trainer → auditor, trainer", lastChangeOf(username));
    }

    @Test
    void nobodyGivesRolesToTheirOwnAccountOrGivesUpTheAdministrators() throws IOException {
        var admin = administrator();
        var had = List.of("administrator");
        var two = List.of("administrator", "manager");
        assertThrows(Refused.class, () -> change(admin, admin, had, had, two));
        assertThrows(Refused.class, () -> change(admin, admin, had, List.of(), List.of("auditor")));
        assertThrows(Refused.class, () -> change(admin, admin, had, had, List.of()));
        change(admin, admin, had, two, two); // the browser says that it is there already
        assertEquals(List.of(), given.ordersOf(admin));
        var more = List.of("administrator", "trainer");
        change(admin, admin, more, more, had);
        assertEquals(List.of("REMOVE_ROLE trainer", "SIGN_OUT"), given.ordersOf(admin), "their own to give up");
    }

    private String administrator() {
        return given.accountWithoutSchool("example.org", true);
    }

    private String lastChangeOf(String username) {
        return people.trailOf("account " + given.account(username).publicId())
                .getFirst()
                .detail();
    }

    private void change(String by, String username, List<String> has, List<String> shown, List<String> wanted)
            throws IOException {
        try (var server = new RecordingKeycloak(username, has)) {
            var keycloak = new Keycloak(vertx, tls, server.realm(), Optional.of("secret"), clock);
            var accounts =
                    new AccountService(memberships, members, orders, keycloak, schools, people, letters, rightsEnded);
            var id = given.account(username).publicId();
            var held = accounts.rolesInKeycloak(id);
            QuarkusTransaction.requiringNew()
                    .run(() -> accounts.setRoles(
                            people.byUsername(by).orElseThrow(),
                            id,
                            held,
                            new AccountService.RoleChange(shown, wanted)));
        }
    }
}
