package uk.thinkuknow.people;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
class SignInsTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Inject
    SignIns signIns;

    @Inject
    DataSource database;

    @Test
    void tokensAreFoundByTheKeyInTheCookieOnly() {
        var cookie = signIns.keep("nia", "session-1", "her tokens", AN_HOUR);
        assertEquals(Optional.of("her tokens"), signIns.tokensOf(cookie));
        assertEquals(Optional.empty(), signIns.tokensOf("A".repeat(43)));
        assertEquals(Optional.empty(), signIns.tokensOf("no key at all"));
    }

    @Test
    void endingASignInEndsEveryKeyItHasHadAndNoOtherSignIn() {
        var first = signIns.keep("nia", "session-2", "t", AN_HOUR);
        signIns.replaced(first);
        var renewed = signIns.keep("nia", "session-2", "t", AN_HOUR);
        var atHome = signIns.keep("nia", "session-3", "t", AN_HOUR);
        assertEquals(Optional.of("t"), signIns.tokensOf(first), "a request on its way still comes with the key before");
        signIns.end(renewed);
        assertEquals(Optional.empty(), signIns.tokensOf(first));
        assertEquals(Optional.empty(), signIns.tokensOf(renewed));
        assertEquals(Optional.of("t"), signIns.tokensOf(atHome));
    }

    @Test
    void whoeverLeavesLosesAllSignInsAtOnce() {
        var atSchool = signIns.keep("leaver", "session-4", "t", AN_HOUR);
        var atHome = signIns.keep("leaver", "session-5", "t", AN_HOUR);
        var someoneElse = signIns.keep("stayer", "session-6", "t", AN_HOUR);
        signIns.endAllOf("leaver");
        assertEquals(Optional.empty(), signIns.tokensOf(atSchool));
        assertEquals(Optional.empty(), signIns.tokensOf(atHome));
        assertEquals(Optional.of("t"), signIns.tokensOf(someoneElse));
    }

    @Test
    void aSignInRunsOutAndIsForgotten() throws SQLException {
        var old = signIns.keep("old", "session-7", "t", Duration.ofSeconds(-1));
        assertEquals(Optional.empty(), signIns.tokensOf(old));
        signIns.forgetThoseThatRanOut();
        assertFalse(stored().contains("session-7"));
    }

    @Test
    void aCopyOfTheDatabaseOpensNoSignIn() throws SQLException {
        var cookie = signIns.keep("nia", "session-8", "tokens-in-clear", AN_HOUR);
        var stored = stored();
        assertFalse(stored.contains("tokens-in-clear"));
        assertFalse(stored.contains(cookie));
        var key = Base64.getUrlDecoder().decode(cookie);
        assertFalse(stored.contains(new String(key, StandardCharsets.ISO_8859_1)));
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
