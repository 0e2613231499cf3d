package uk.thinkuknow.bookings.calendar;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.PublicId;

/**
 * Repository of private calendar feeds. A feed's secret is derived from the installation's secret, so that the owner's
 * page can show it again; the database has only its hash, so that a copy of the database opens no calendar.
 */
@Singleton
class CalendarFeeds implements PanacheRepository<CalendarFeed> {
    private final byte[] key;

    CalendarFeeds(@ConfigProperty(name = "thinkuknow.secret") String secret) {
        key = sign(secret.getBytes(StandardCharsets.UTF_8), "calendar feed");
    }

    /** Stores a new feed. */
    void begin(long staffId, Instant at) {
        var id = PublicId.draw();
        persist(new CalendarFeed(id, staffId, hash(secretOf(id)), at));
    }

    /** The secret in a feed's address: 43 characters of base64url, too many to guess. */
    String secretOf(PublicId feed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(key, feed.value()));
    }

    /** The password of a feed, which nobody can work out from the secret in its address. */
    String passwordOf(PublicId feed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(key, "password " + feed.value()));
    }

    /** Returns whether this is the password of a feed. */
    boolean isPassword(PublicId feed, String given) {
        return MessageDigest.isEqual(hash(passwordOf(feed)), hash(given));
    }

    Optional<CalendarFeed> inForceWith(String secret) {
        return find("from CalendarFeed where secretHash = ?1 and endedAt is null", (Object) hash(secret))
                .firstResultOptional();
    }

    Optional<CalendarFeed> inForceAt(PublicId feed) {
        return find("from CalendarFeed where publicId = ?1 and endedAt is null", feed.value())
                .firstResultOptional();
    }

    Optional<CalendarFeed> inForceOf(long staffId) {
        return inForce(staffId).firstResultOptional();
    }

    private PanacheQuery<CalendarFeed> inForce(long staffId) {
        return find("from CalendarFeed where staffId = ?1 and endedAt is null", staffId);
    }

    Optional<CalendarFeed> lockedOf(long staffId) {
        return inForce(staffId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private static byte[] hash(String secret) {
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
