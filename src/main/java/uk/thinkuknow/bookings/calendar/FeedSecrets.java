package uk.thinkuknow.bookings.calendar;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.PublicId;

/**
 * The secrets of feeds: derived from the installation's secret, so that the owner's page can show hers again, and kept in
 * the database as a hash, so that a copy of it opens no calendar.
 */
@Singleton
class FeedSecrets {
    private final byte[] key;

    FeedSecrets(@ConfigProperty(name = "thinkuknow.secret") String secret) {
        key = sign(secret.getBytes(StandardCharsets.UTF_8), "calendar feed");
    }

    /** 43 symbols of 64: nobody guesses them. */
    String of(PublicId feed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(key, feed.value()));
    }

    byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(byte[] key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
