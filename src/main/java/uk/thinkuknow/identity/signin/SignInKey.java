package uk.thinkuknow.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.thinkuknow.common.Sha256;

/**
 * The random key of a sign-in, kept only in the browser's cookie. It encrypts the stored tokens, so a copy of the
 * database opens no sign-in.
 */
final class SignInKey {
    private static final int BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;

    private final byte[] key;

    private SignInKey(byte[] key) {
        this.key = key;
    }

    static SignInKey draw(RandomGenerator random) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        return new SignInKey(key);
    }

    /** The key in a cookie; empty if the cookie holds anything else. */
    static Optional<SignInKey> of(String cookie) {
        try {
            var key = Base64.getUrlDecoder().decode(cookie);
            return key.length == BYTES ? Optional.of(new SignInKey(key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The cookie's value: 43 letters, digits, hyphens and underscores. */
    String cookie() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** The 32 bytes under which the sign-in is stored; the key cannot be computed from them. */
    byte[] hash() {
        return derived("find");
    }

    /** Encrypts the tokens. Each call uses a new nonce, which precedes the result. */
    byte[] seal(String tokens, RandomGenerator random) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(tokens.getBytes(StandardCharsets.UTF_8));
            var bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tokens; empty if they were changed, or sealed in another way by another version: the person then signs in again. */
    Optional<String> open(byte[] sealed) {
        if (sealed.length < NONCE) {
            return Optional.empty();
        }
        try {
            var tokens = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(new String(tokens, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] derived(String purpose) {
        return Sha256.hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    }
}
