package uk.thinkuknow.classroom.worry;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.Words;

/**
 * Encrypts and decrypts worries with AES-GCM. The keys come from the setting {@code name:key,name:key}, 32 bytes in
 * Base64 each, and are never in the database. The first key encrypts; the others decrypt older worries.
 */
@Startup
@Singleton
class WorryKeys {
    /** How to make a key, for the log. */
    static final String HOW = Words.of("worries.noKey");

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_AT_MOST = 20;

    private final Map<String, SecretKeySpec> keys;
    private final RandomGenerator random;

    /** @throws IllegalArgumentException for a key that is not valid: better not to start than to lose words */
    WorryKeys(@ConfigProperty(name = "thinkuknow.worry-keys") Optional<String> settings, RandomGenerator random) {
        this.random = random;
        keys = read(settings.orElse(""));
        if (keys.isEmpty()) {
            Log.error(HOW);
        }
    }

    /** Returns whether there is a key; without one, no worry can be sent. */
    boolean isReady() {
        return !keys.isEmpty();
    }

    /** The names of the keys that only decrypt. */
    List<String> older() {
        return keys.keySet().stream().skip(1).toList();
    }

    /**
     * Encrypts words with the first key.
     *
     * @param to the part they belong to; they cannot be decrypted as another part
     */
    SealedText seal(String words, String to) {
        if (keys.isEmpty()) {
            throw new IllegalStateException(HOW);
        }
        var current = keys.entrySet().iterator().next();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, current.getValue(), nonce, to)
                    .doFinal(words.getBytes(StandardCharsets.UTF_8));
            var bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
            return new SealedText(current.getKey(), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work here", e);
        }
    }

    /**
     * Decrypts words.
     *
     * @throws Unreadable if the key is not set any more, or the bytes were changed
     */
    String open(SealedText sealed, String to) {
        var key = keys.get(sealed.keyId());
        if (key == null) {
            throw new Unreadable(Words.of("worries.keyNotSet", sealed.keyId()));
        }
        var bytes = sealed.bytes();
        try {
            if (bytes.length >= NONCE) {
                var nonce = Arrays.copyOf(bytes, NONCE);
                var words = cipher(Cipher.DECRYPT_MODE, key, nonce, to).doFinal(bytes, NONCE, bytes.length - NONCE);
                return new String(words, StandardCharsets.UTF_8);
            }
        } catch (GeneralSecurityException e) {
            throw changed(sealed);
        }
        throw changed(sealed);
    }

    private static Unreadable changed(SealedText sealed) {
        return new Unreadable(Words.of("worries.changed", sealed.keyId()));
    }

    /** Encrypted words cannot be decrypted; says why. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String to) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(to.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Map<String, SecretKeySpec> read(String settings) {
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        for (var each : settings.split(",")) {
            if (each.isBlank()) {
                continue;
            }
            var colon = each.indexOf(':');
            var name = each.substring(0, Math.max(0, colon)).strip();
            if (name.isEmpty() || name.length() > NAME_AT_MOST) {
                throw new IllegalArgumentException("THINKUKNOW_WORRY_KEYS must be name:key,name:key");
            }
            keys.put(
                    name,
                    new SecretKeySpec(bytes(name, each.substring(colon + 1).strip()), "AES"));
        }
        return keys;
    }

    private static byte[] bytes(String name, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == KEY) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("THINKUKNOW_WORRY_KEYS: the key " + name + " is not Base64");
        }
        throw new IllegalArgumentException("THINKUKNOW_WORRY_KEYS: the key " + name + " must have 32 bytes");
    }
}
