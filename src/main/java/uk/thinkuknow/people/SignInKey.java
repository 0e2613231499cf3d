package uk.thinkuknow.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key to a sign-in, which only the browser of whoever signed in has: a copy of the database opens none. */
final class SignInKey {
    private static final int BYTES = 32;
    private static final int TAG_BITS = 128;
    /** A key seals once only, so that its nonce needs no chance. */
    private static final byte[] NONCE = new byte[12];

    private final byte[] key;

    private SignInKey(byte[] key) {
        this.key = key;
    }

    static SignInKey draw(RandomGenerator random) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return new SignInKey(key);
    }

    /** The key a cookie holds; empty when it holds anything else. */
    static Optional<SignInKey> of(String cookie) {
        try {
            var key = Base64.getUrlDecoder().decode(cookie);
            return key.length == BYTES ? Optional.of(new SignInKey(key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As a cookie holds it: 43 letters, digits, hyphens and underscores. */
    String cookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** 32 bytes by which its sign-in is found, and from which the key cannot be told. */
    byte[] hash() {
        return derived("find");
    }

    byte[] seal(String tokens) {
        return crypt(Cipher.ENCRYPT_MODE, tokens.getBytes(StandardCharsets.UTF_8));
    }

    String open(byte[] sealed) {
        return new String(crypt(Cipher.DECRYPT_MODE, sealed), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived("seal"), "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] derived(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
