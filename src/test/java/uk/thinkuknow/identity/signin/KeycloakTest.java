package uk.thinkuknow.identity.signin;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import uk.thinkuknow.classroom.board.MovableClock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests what Keycloak is asked when an account is created, changed or deleted, and how its answers are read. */
class KeycloakTest {
    private static final String TEACHER = "{\"id\":\"r1\",\"name\":\"teacher\"}";
    private static final String TRAINER = "{\"id\":\"r2\",\"name\":\"trainer\"}";
    private static final String HELD = "GET /users/7/role-mappings/realm";
    private static final Keycloak.AccountKey NIA = new Keycloak.AccountKey("nia", null);
    private static final Keycloak.AccountKey TOM = new Keycloak.AccountKey("tom", null);
    private static final Vertx VERTX = Vertx.vertx();

    private final GivenKeycloak server = new GivenKeycloak();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T09:00:00Z"));
    private final Keycloak keycloak = with(Optional.of("secret"));

    KeycloakTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.closeAndAwait();
    }

    @Test
    void aNewAccountHasItsNameAddressAndAPasswordToBeChanged() {
        keycloak.create(account("Nia Ann Jones", "nia@example.org"));
        keycloak.create(account("Nia", null));
        assertEquals(
                List.of(created("Nia Ann", "Jones", "\"nia@example.org\"", true), created("Nia", "", "null", false)),
                server.changes().stream().map(KeycloakTest::user).toList());
    }

    /** These are all that {@code PersonNameProhibitedCharactersValidator} of Keycloak 26.7.4 refuses. */
    @Test
    void theCharactersThatKeycloakRefusesInANameAreFoundAndLeftOut() {
        assertEquals("", Keycloak.refusedIn("Dr. Ŵyn O'Neil-O’Hara, née 王 @_+`:"));
        assertEquals("( ) \"", Keycloak.refusedIn("Anne (Annie) \"Liz\" (Lee)"));
        var refused = "<>&\"$%!#?§;*~/\\|^=[]{}()\t\n\u000B\r\u0007\u007F\u0085\u2028\u2029";
        assertEquals(refused, Keycloak.refusedIn(refused).replace(" ", ""));
        assertEquals("oneil+tla@school.example", Keycloak.userNameOf("o'neil+t(l)a@school.example"));
        keycloak.create(account("Anne (Annie) \"Liz\" Lee", null));
        assertEquals(
                created("Anne Annie Liz", "Lee", "null", false),
                user(server.changes().getFirst()));
    }

    @Test
    void anAccountThatExistsStaysAndAnyOtherRefusalIsAProblem() {
        server.answers("POST /users", 409, "{}");
        keycloak.create(account("Nia", null));
        server.answers("POST /users", 400, "no");
        assertProblem("Keycloak answered 400 to POST /users: no", () -> keycloak.create(account("Nia", null)));
        server.answers("POST /users", 302, "");
        assertThrows(KeycloakProblem.class, () -> keycloak.create(account("Nia", null)));
    }

    @Test
    void anAccountIsFoundByItsWholeNameOnly() {
        server.account("nia")
                .answers(
                        "GET /users?exact=true&briefRepresentation=true&username=a%26b",
                        200, "[{\"id\":\"8\",\"username\":\"c\"}]");
        assertTrue(keycloak.has("nia"));
        assertFalse(keycloak.has("a&b"));
        assertFalse(keycloak.has("tom"));
    }

    @Test
    void aRoleIsGivenOnceAndOnlyIfKeycloakHasIt() {
        server.account("nia").answers(HELD, 200, list(TEACHER)).answers(HELD + "/available", 200, list(TRAINER));
        keycloak.addRole(NIA, "teacher");
        assertEquals(List.of(), server.changes());
        keycloak.addRole(NIA, "trainer");
        assertEquals(List.of("POST /users/7/role-mappings/realm " + list(TRAINER)), server.changes());
        assertProblem(
                "Keycloak has no role owner that may be given: add it to the realm, as docker/keycloak has it.",
                () -> keycloak.addRole(NIA, "owner"));
        assertProblem("Keycloak knows no account tom.", () -> keycloak.addRole(TOM, "teacher"));
    }

    @Test
    void onlyTheRoleThatIsHeldIsTakenAway() {
        server.account("nia")
                .answers(HELD, 200, list(TEACHER + "," + TRAINER))
                .answers("DELETE /users/7/role-mappings/realm", 404, "{}");
        keycloak.removeRole(NIA, "trainer");
        keycloak.removeRole(NIA, "owner");
        keycloak.removeRole(TOM, "trainer");
        assertEquals(List.of("DELETE /users/7/role-mappings/realm " + list(TRAINER)), server.changes());
    }

    @Test
    void anAccountIsDisabledAndEnabledWithAllElseAsItWas() {
        server.account("nia").answers("GET /users/7", 200, "{\"firstName\":\"Nia\",\"enabled\":true}");
        keycloak.enable(NIA, false);
        keycloak.enable(TOM, false);
        assertEquals(List.of("PUT /users/7 {\"firstName\":\"Nia\",\"enabled\":false}"), server.changes());
        keycloak.enable(NIA, true);
        assertEquals(
                "PUT /users/7 {\"firstName\":\"Nia\",\"enabled\":true}",
                server.changes().getLast());
        assertProblem("Keycloak knows no account tom.", () -> keycloak.enable(TOM, true));
    }

    @Test
    void signingOutAndDeletingDoNothingIfTheAccountIsGone() {
        server.account("nia").answers("POST /users/7/logout", 404, "{}").answers("DELETE /users/7", 404, "{}");
        keycloak.signOut(NIA);
        keycloak.signOut(TOM);
        keycloak.remove(NIA);
        keycloak.remove(TOM);
        assertEquals(List.of("POST /users/7/logout", "DELETE /users/7"), server.changes());
    }

    /** Renamed in Keycloak's console, or removed there and made again: another account has the user name. */
    @Test
    void anAccountWhoseNumberIsKnownIsNeverTakenForAnotherOfItsUserName() {
        server.account("nia")
                .answers("GET /users/5", 200, "{\"username\":\"nia.jones\",\"enabled\":true}")
                .answers("GET /users/5/role-mappings/realm", 200, list(TEACHER));
        var renamed = new Keycloak.AccountKey("nia", "5");
        keycloak.enable(renamed, false);
        keycloak.removeRole(renamed, "teacher");
        keycloak.signOut(renamed);
        keycloak.remove(renamed);
        assertEquals(
                List.of(
                        "PUT /users/5 {\"username\":\"nia.jones\",\"enabled\":false}",
                        "DELETE /users/5/role-mappings/realm " + list(TEACHER),
                        "POST /users/5/logout",
                        "DELETE /users/5"),
                server.changes());
        server.answers("GET /users/6", 404, "{}");
        var gone = new Keycloak.AccountKey("nia", "6");
        keycloak.enable(gone, false);
        keycloak.remove(gone);
        assertEquals(Optional.empty(), keycloak.rolesOf(gone));
        assertProblem("Keycloak knows no account nia.", () -> keycloak.addRole(gone, "teacher"));
        assertEquals(4, server.changes().size(), "nothing is done to the other account");
    }

    @Test
    void theRolesOfAnAccountAreRead() {
        server.account("nia").answers(HELD, 200, list(TEACHER + "," + TRAINER));
        assertEquals(Optional.of(List.of("teacher", "trainer")), keycloak.rolesOf(NIA));
        assertEquals(Optional.empty(), keycloak.rolesOf(TOM));
    }

    @Test
    void aRedirectIsNotFollowed() {
        var elsewhere = server.realm().replace("/realms/x", "/elsewhere/admin/realms/x/users/7");
        server.account("nia").answers("GET /users/7", 302, elsewhere);
        assertThrows(KeycloakProblem.class, () -> keycloak.enable(NIA, false));
        assertEquals(List.of("Bearer first", "Bearer first"), server.tokens(), "two requests");
    }

    @Test
    void aTokenIsUsedUntilTwentySecondsBeforeItEnds() {
        keycloak.has("nia");
        server.token(200, "second");
        clock.move(Duration.ofSeconds(39));
        keycloak.has("nia");
        clock.move(Duration.ofSeconds(1));
        keycloak.has("nia");
        assertEquals(List.of("Bearer first", "Bearer first", "Bearer second"), server.tokens());
    }

    @Test
    void withoutTheRightSecretNothingIsAsked() {
        assertTrue(keycloak.isConfigured());
        var without = with(Optional.empty());
        assertFalse(without.isConfigured());
        assertProblem(
                "This installation has no secret for Keycloak’s client thinkuknow-accounts.", () -> without.has("nia"));
        server.token(401, "none");
        assertProblem(
                "Keycloak did not let the client thinkuknow-accounts in (401): its secret must be the same on both"
                        + " sides.",
                () -> keycloak.has("nia"));
        assertEquals(List.of(), server.tokens());
    }

    @Test
    void aKeycloakThatCannotBeReachedIsAProblem() {
        server.close();
        var problem = assertThrows(KeycloakProblem.class, () -> keycloak.has("nia"));
        assertTrue(problem.words().startsWith("Keycloak cannot be reached: "), problem.words());
    }

    private Keycloak with(Optional<String> secret) {
        return new Keycloak(VERTX, new NoTls(), server.realm(), secret, clock);
    }

    private static Keycloak.NewAccount account(String name, @Nullable String email) {
        return new Keycloak.NewAccount("nia", name, email, "once-only");
    }

    private static JsonObject created(String first, String last, String email, boolean verified) {
        return new JsonObject("""
            {"username": "nia", "enabled": true, "firstName": "%s", "lastName": "%s", "email": %s,
            "emailVerified": %s, "requiredActions": ["UPDATE_PASSWORD"],
            "credentials": [{"type": "password", "value": "once-only", "temporary": true}]}\
            """.formatted(first, last, email, verified));
    }

    private static JsonObject user(String request) {
        assertTrue(request.startsWith("POST /users {"), request);
        return new JsonObject(request.substring("POST /users ".length()));
    }

    private static String list(String objects) {
        return "[" + objects + "]";
    }

    private static void assertProblem(String words, Executable act) {
        assertEquals(words, assertThrows(KeycloakProblem.class, act).words());
    }

    /** No TLS configuration, as without an authority of one's own. */
    private static final class NoTls implements TlsConfigurationRegistry {
        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
