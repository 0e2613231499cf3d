package uk.thinkuknow.classroom.room;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that only seat tokens signed with the installation's secret are read. */
class SeatTokensTest {
    private final SeatTokens tokens = new SeatTokens(new Secret("a-secret-of-thirty-two-characters"), () -> true);
    private final SeatTokens before = new SeatTokens(new Secret("a-secret-of-thirty-two-characters"), () -> false);
    private final SeatToken token = new SeatToken(41, 7, 3, 1_795_000_000_123L);

    @Test
    void aSignedTokenCanBeRead() {
        assertEquals(token, tokens.read(tokens.sign(token)));
        assertEquals(
                28 + 16, Base64.getUrlDecoder().decode(tokens.sign(token)).length, "its numbers, and 128 bits of HMAC");
    }

    @Test
    void aTokenTellsNeitherItsSessionNorItsSeatNorWhenItWasTaken() {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(tokens.sign(token)));
        for (int at = 0; at <= bytes.capacity() - Long.BYTES; at++) {
            assertFalse(Set.of(41L, 7L, 1_795_000_000_123L).contains(bytes.getLong(at)), "at " + at);
        }
    }

    @Test
    void theTokensOfTwoSeatsHaveNothingInCommon() {
        var one = BitSet.valueOf(Base64.getUrlDecoder().decode(tokens.sign(token)));
        one.xor(BitSet.valueOf(
                Base64.getUrlDecoder().decode(tokens.sign(new SeatToken(41, 8, 3, 1_795_000_000_123L)))));
        assertTrue(one.cardinality() > 100, one.cardinality() + " of 352 bits differ");
    }

    @Test
    void aTokenOfTheVersionBeforeCanStillBeRead() {
        assertEquals(token, tokens.read(before.sign(token)));
        assertEquals(token, before.read(tokens.sign(token)));
        assertEquals(
                41,
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(before.sign(token)))
                        .getLong());
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
        assertNull(
                tokens.read(new SeatTokens(new Secret("b-secret-of-thirty-two-characters"), () -> true).sign(token)));
    }

    /** Otherwise a text that the installation signs for something else would be a seat. */
    @Test
    void aTokenSignedForAnotherPurposeIsRefused() {
        var secret = new Secret("a-secret-of-thirty-two-characters");
        var content = Arrays.copyOf(Base64.getUrlDecoder().decode(before.sign(token)), 28);
        for (var purpose : List.of("seat-cover", "join code", "seal", "pepper", "device")) {
            var signed = ByteBuffer.allocate(44)
                    .put(content)
                    .put(secret.of(purpose).sign(ByteBuffer.wrap(content)), 0, 16)
                    .array();
            assertNull(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(signed)), purpose);
        }
    }

    @Test
    void anyOtherTextIsRefused() {
        for (var text : new String[] {null, "", "seat", "x".repeat(59), "%".repeat(59), "A".repeat(60)}) {
            assertNull(tokens.read(text));
        }
    }
}
