package uk.thinkuknow.classroom.worry;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests the encryption of worries and the keys for it. */
class WorryKeysTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String OLD = "1:" + key();
    private static final String NEW = "2:" + key();

    @Test
    void whatWasSealedOpensAgain() {
        var keys = keys(OLD);
        assertEquals("ofn – worried", keys.open(keys.seal("ofn – worried", "a"), "a"));
    }

    @Test
    void storedWordsAreNotReadableAndEqualWordsDiffer() {
        var keys = keys(OLD);
        var once = new String(keys.seal("the same words", "a").bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        var again = new String(keys.seal("the same words", "a").bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(once.contains("same"));
        assertNotEquals(once, again);
    }

    @Test
    void wordsWithAnyByteChangedCannotBeDecrypted() {
        var keys = keys(OLD);
        var sealed = keys.seal("words", "a");
        for (int i = 0; i < sealed.bytes().length; i++) {
            var bytes = sealed.bytes().clone();
            bytes[i] ^= 1;
            assertThrows(WorryKeys.Unreadable.class, () -> keys.open(new SealedText("1", bytes), "a"), "byte " + i);
        }
        assertThrows(WorryKeys.Unreadable.class, () -> keys.open(new SealedText("1", new byte[3]), "a"));
    }

    @Test
    void wordsMovedToAnotherWorryCannotBeDecrypted() {
        var keys = keys(OLD);
        var sealed = keys.seal("words", "words of a");
        assertThrows(WorryKeys.Unreadable.class, () -> keys.open(sealed, "words of b"));
    }

    @Test
    void anotherKeyDoesNotDecryptWordsEvenUnderTheSameName() {
        var sealed = keys(OLD).seal("words", "a");
        assertThrows(WorryKeys.Unreadable.class, () -> keys("1:" + key()).open(sealed, "a"));
        assertThrows(WorryKeys.Unreadable.class, () -> keys(NEW).open(sealed, "a"));
    }

    @Test
    void afterRotationTheNewKeySealsAndTheOldOneStillOpens() {
        var before = keys(OLD).seal("before", "a");
        var rotated = keys(NEW + "," + OLD);
        assertEquals("before", rotated.open(before, "a"));
        assertEquals("2", rotated.seal("after", "a").keyId());
        assertEquals("after", keys(NEW).open(rotated.seal("after", "a"), "a"));
    }

    @Test
    void withoutAKeyNothingIsSealedAndTheErrorSaysHowToMakeOne() {
        var none = new WorryKeys(Optional.empty(), CHANCE);
        assertFalse(none.isReady());
        var refused = assertThrows(IllegalStateException.class, () -> none.seal("words", "a"));
        assertTrue(refused.getMessage().contains("openssl rand -base64 32"));
    }

    @Test
    void aBadKeyIsRefusedWhenTheSettingIsRead() {
        assertThrows(IllegalArgumentException.class, () -> keys("1:tooshort"));
        assertThrows(IllegalArgumentException.class, () -> keys("1:???"));
        assertThrows(IllegalArgumentException.class, () -> keys(key()));
    }

    private static WorryKeys keys(String settings) {
        return new WorryKeys(Optional.of(settings), CHANCE);
    }

    private static String key() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
