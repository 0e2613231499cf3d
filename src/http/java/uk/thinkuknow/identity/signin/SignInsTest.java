package uk.thinkuknow.identity.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.identity.staff.PeopleService;
import uk.thinkuknow.schools.members.AccountOrders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests how sign-ins are stored, renewed, ended and expired. */
@QuarkusTest
class SignInsTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Inject
    SignIns signIns;

    @Inject
    PeopleService people;

    @Inject
    AccountOrders orders;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Inject
    RandomGenerator random;

    @Test
    void tokensAreFoundByTheKeyInTheCookieOnly() {
        var cookie = keep("nia", "session-1", "the tokens", AN_HOUR);
        assertEquals(Optional.of("the tokens"), signIns.tokensOf(cookie));
        assertEquals(Optional.empty(), signIns.tokensOf("A".repeat(43)));
        assertEquals(Optional.empty(), signIns.tokensOf("no key at all"));
    }

    @Test
    void eachSignInHasACookieOfItsOwn() {
        assertNotEquals(keep("nia", "session-1", "t", AN_HOUR), keep("nia", "session-1", "t", AN_HOUR));
    }

    @Test
    void aSignInIsRenewedUnderItsOwnKey() {
        var cookie = keep("nia", "session-2", "t", AN_HOUR);
        signIns.expireSoon(cookie);
        assertEquals(Optional.of(cookie), signIns.renew(cookie, who("nia", "session-2"), "new tokens", AN_HOUR));
        assertEquals(Optional.of("new tokens"), signIns.tokensOf(cookie));
    }

    @Test
    void aSignInIsNotRenewedForAnotherSessionOrAccountNorAfterItsEnd() {
        var cookie = keep("nia", "session-2", "t", AN_HOUR);
        assertEquals(Optional.empty(), signIns.renew(cookie, who("nia", "session-3"), "stolen", AN_HOUR));
        assertEquals(Optional.empty(), signIns.renew(cookie, who("eve", "session-2"), "stolen", AN_HOUR));
        assertEquals(Optional.of("t"), signIns.tokensOf(cookie));
        signIns.end(cookie);
        assertEquals(Optional.empty(), signIns.renew(cookie, who("nia", "session-2"), "late", AN_HOUR));
        assertEquals(Optional.empty(), signIns.tokensOf(cookie));
        assertEquals(Optional.empty(), signIns.renew("no key at all", who("nia", "session-2"), "t", AN_HOUR));
    }

    @Test
    void endingASignInEndsNoneOfAnotherKeycloakSession() {
        var atSchool = keep("nia", "session-2", "t", AN_HOUR);
        var atHome = keep("nia", "session-3", "t", AN_HOUR);
        signIns.end(atSchool);
        assertEquals(Optional.empty(), signIns.tokensOf(atSchool));
        assertEquals(Optional.of("t"), signIns.tokensOf(atHome));
    }

    @Test
    void aSignInEndedAtKeycloakEndsHereAndNoOtherDoes() {
        var atSchool = keep("nia", "session-11", "t", AN_HOUR);
        var atHome = keep("nia", "session-12", "t", AN_HOUR);
        signIns.endKeycloakSession("session-11");
        assertEquals(Optional.empty(), signIns.tokensOf(atSchool));
        assertEquals(Optional.of("t"), signIns.tokensOf(atHome));
    }

    @Test
    void allSignInsOfAnAccountCanBeEndedAtOnce() {
        var atSchool = keep("leaver", "session-4", "t", AN_HOUR);
        var atHome = keep("leaver", "session-5", "t", AN_HOUR);
        var someoneElse = keep("stayer", "session-6", "t", AN_HOUR);
        signIns.endAllOf("leaver");
        assertEquals(Optional.empty(), signIns.tokensOf(atSchool));
        assertEquals(Optional.empty(), signIns.tokensOf(atHome));
        assertEquals(Optional.of("t"), signIns.tokensOf(someoneElse));
    }

    @Test
    void aKeycloakSignInFromBeforeAllWereEndedIsRefused() {
        people.addAccount("let-go", "Let Go", "let-go@example.org", true);
        var before = new SignIns.SignInIdentity(
                "let-go", "session-9", clock.instant().minusSeconds(5));
        assertTrue(signIns.keep(before, "t", AN_HOUR).isPresent());
        signIns.endAllOf("let-go");
        assertEquals(Optional.empty(), signIns.keep(before, "t", AN_HOUR));
        var after = new SignIns.SignInIdentity(
                "let-go", "session-10", clock.instant().plusSeconds(1));
        assertTrue(signIns.keep(after, "t", AN_HOUR).isPresent());
    }

    @Test
    void anAccountThatIsSignedOutHasNoSignInHereBeforeKeycloakIsTold() {
        var person = people.account(people.addAccount("shut-out", "Shut Out", "shut-out@example.org", true));
        var cookie = keep("shut-out", "session-15", "t", AN_HOUR);
        QuarkusTransaction.requiringNew().run(() -> {
            orders.signOut(person, "ada");
            assertEquals(Optional.empty(), signIns.tokensOf(cookie), "orders are sent after the commit");
        });
    }

    /** Keycloak tells of it too, but later. */
    @Test
    void whoSignsOutHasNoSignInHereBeforeKeycloakIsAsked() {
        var cookie = keep("nia", "session-16", "t", AN_HOUR);
        var click = (RoutingContext) Proxy.newProxyInstance(
                RoutingContext.class.getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (_, method, _) -> method.getName().equals("normalizedPath") ? "/sign-out" : null);
        new SignInTokenStore(signIns, people, clock, "/signed-in")
                .deleteTokens(click, null, cookie, act -> Uni.createFrom().item(act))
                .await()
                .indefinitely();
        assertEquals(Optional.empty(), signIns.tokensOf(cookie));
    }

    private String keep(String username, String session, String tokens, Duration age) {
        return signIns.keep(who(username, session), tokens, age).orElseThrow();
    }

    private SignIns.SignInIdentity who(String username, String session) {
        return new SignIns.SignInIdentity(username, session, clock.instant());
    }

    @Test
    void anExpiredSignInGivesNoTokensAndIsDeleted() throws SQLException {
        var old = keep("old", "session-7", "t", Duration.ofSeconds(-1));
        assertEquals(Optional.empty(), signIns.tokensOf(old));
        signIns.deleteExpired();
        assertFalse(stored().contains("session-7"));
    }

    @Test
    void neitherTokensNorTheCookiesKeyAreStoredInClear() throws SQLException {
        var cookie = keep("nia", "session-8", "tokens-in-clear", AN_HOUR);
        var stored = stored();
        assertFalse(stored.contains("tokens-in-clear"));
        assertFalse(stored.contains(cookie));
        var key = Base64.getUrlDecoder().decode(cookie);
        assertFalse(stored.contains(new String(key, StandardCharsets.ISO_8859_1)));
    }

    @Test
    void keysAreDrawnByTheSecureGeneratorAndNoTwoAreTheSame() {
        assertInstanceOf(SecureRandom.class, random);
        assertNotEquals(keep("nia", "session-13", "t", AN_HOUR), keep("nia", "session-13", "t", AN_HOUR));
    }

    @Test
    void theKeyInTheCookieIsWhatTheGeneratorDrew() {
        var drawn = new ArrayList<byte[]>();
        var recording = new RandomGenerator() {
            @Override
            public long nextLong() {
                return random.nextLong();
            }

            @Override
            public void nextBytes(byte[] bytes) {
                random.nextBytes(bytes);
                drawn.add(bytes.clone());
            }
        };
        var cookie = new SignIns(database, people, recording, clock)
                .keep(who("nia", "session-14"), "t", AN_HOUR)
                .orElseThrow();
        assertArrayEquals(drawn.getFirst(), Base64.getUrlDecoder().decode(cookie));
    }

    /** With the same nonce twice, somebody with two copies could decrypt both. */
    @Test
    void tokensAreSealedWithAnotherNonceEachTime() {
        var key = SignInKey.draw(ThreadLocalRandom.current());
        var first = key.seal("the very same tokens", ThreadLocalRandom.current());
        var second = key.seal("the very same tokens", ThreadLocalRandom.current());
        assertEquals(Optional.of("the very same tokens"), key.open(second));
        int same = 0;
        for (int i = 0; i < first.length; i++) {
            same += first[i] == second[i] ? 1 : 0;
        }
        assertTrue(same < first.length / 4, same + " of " + first.length + " bytes");
    }

    private String stored() throws SQLException {
        var all = new StringBuilder();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT * FROM sign_in");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                for (int column = 1; column <= 4; column++) {
                    all.append(new String(rows.getBytes(column), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
