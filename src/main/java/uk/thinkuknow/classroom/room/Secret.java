package uk.thinkuknow.classroom.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The installation's secret (HMAC-SHA-256), from which join codes are derived and with which seat tokens are signed.
 */
@Singleton
public class Secret {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    @Inject
    public Secret(@ConfigProperty(name = "thinkuknow.secret") String secret) {
        this(longEnough(secret).getBytes(StandardCharsets.UTF_8));
    }

    private Secret(byte[] key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String longEnough(String secret) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("thinkuknow.secret must have 32 characters or more");
        }
        return secret;
    }

    /** A secret derived for one purpose, so that a signature for one purpose is never valid for another. */
    Secret of(String purpose) {
        return new Secret(sign(ByteBuffer.wrap(purpose.getBytes(StandardCharsets.UTF_8))));
    }

    /** The HMAC of these bytes, 32 bytes; cloning the Mac costs a fraction of creating a new one. */
    byte[] sign(ByteBuffer bytes) {
        try {
            var mac = (Mac) prototype.clone();
            mac.update(bytes);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
