package uk.thinkuknow.classroom.room;

import java.util.Base64;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Tests that only seat tokens signed with the installation's secret are read. */
class SeatTokensTest {
    private final SeatTokens tokens = new SeatTokens(new Secret("a-secret-of-thirty-two-characters"));
    private final SeatToken token = new SeatToken(41, 7, 3, 1_795_000_000_123L);

    @Test
    void aSignedTokenCanBeRead() {
        assertEquals(token, tokens.read(tokens.sign(token)));
    }

    @Test
    void aTokenWithAnyBitChangedIsRefused() {
        var bytes = Base64.getUrlDecoder().decode(tokens.sign(token));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertNull(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)), "bit " + bit);
        }
    }

    @Test
    void aTokenSignedWithAnotherSecretIsRefused() {
        assertNull(tokens.read(new SeatTokens(new Secret("b-secret-of-thirty-two-characters")).sign(token)));
    }

    @Test
    void anyOtherTextIsRefused() {
        for (var text : new String[] {null, "", "seat", "x".repeat(59), "%".repeat(59), "A".repeat(60)}) {
            assertNull(tokens.read(text));
        }
    }
}
