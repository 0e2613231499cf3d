package uk.thinkuknow.identity.signin;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the key in the cookie of a sign-in: it alone opens the stored tokens. */
class SignInKeyTest {
    private final Random random = new Random(7);
    private final SignInKey key = SignInKey.draw(random);

    @Test
    void theCookieHoldsTheKey() {
        assertTrue(key.cookie().matches("[A-Za-z0-9_-]{43}"), key.cookie());
        var again = SignInKey.of(key.cookie()).orElseThrow();
        assertEquals(Optional.of("tokens"), again.open(key.seal("tokens", random)));
        assertArrayEquals(key.hash(), again.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of-yesterday", "%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aCookieThatHoldsAnythingElseIsNoKey(String cookie) {
        assertTrue(SignInKey.of(cookie).isEmpty());
    }

    @Test
    void eachOfTheKeys256BitsIsDrawn() {
        var ones = new BitSet();
        var zeros = new BitSet();
        for (int i = 0; i < 64; i++) {
            var drawn = BitSet.valueOf(
                    Base64.getUrlDecoder().decode(SignInKey.draw(random).cookie()));
            ones.or(drawn);
            drawn.flip(0, 256);
            zeros.or(drawn);
        }
        assertEquals(256, ones.cardinality());
        assertEquals(256, zeros.cardinality());
        assertEquals(
                SignInKey.draw(new Random(8)).cookie(),
                SignInKey.draw(new Random(8)).cookie(),
                "from the generator alone");
    }

    @Test
    void theHashIsNotTheKeyAndNoOtherKeyHasIt() {
        assertEquals(32, key.hash().length);
        assertFalse(Arrays.equals(Base64.getUrlDecoder().decode(key.cookie()), key.hash()));
        assertFalse(Arrays.equals(key.hash(), SignInKey.draw(random).hash()));
    }

    @Test
    void eachSealingIsDifferentAndNeitherAnotherKeyNorAChangedByteOpensIt() {
        var sealed = key.seal("tokens", random);
        assertFalse(Arrays.equals(sealed, key.seal("tokens", random)));
        assertEquals(Optional.empty(), SignInKey.draw(random).open(sealed));
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertEquals(Optional.empty(), key.open(changed), "byte " + i);
        }
    }

    /** So a later version may seal in another way while people are signed in: they sign in again. */
    @Test
    void tokensThatWereSealedInAnotherWayAreNoSignIn() {
        assertEquals(Optional.empty(), key.open(new byte[0]));
        assertEquals(Optional.empty(), key.open(new byte[100]));
    }
}
