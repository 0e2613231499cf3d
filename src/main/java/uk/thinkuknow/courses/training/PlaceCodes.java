package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.common.Sha256;

/**
 * The codes in links of places. A code is derived from the installation's secret, so that each email about a place
 * has the same link; it is not stored, so that a copy of the database opens no place.
 */
@Singleton
class PlaceCodes {
    /** A place's id, and a seal of 256 bits. */
    private static final Pattern CODE = Pattern.compile("([a-z0-9]{10})([A-Za-z0-9_-]{43})");

    private final byte[] key;
    private final TrainingEvents events;
    private final Clock clock;

    PlaceCodes(@ConfigProperty(name = "thinkuknow.secret") String secret, TrainingEvents events, Clock clock) {
        key = Sha256.hmac(bytes(secret), bytes("training place"));
        this.events = events;
        this.clock = clock;
    }

    String of(EventPlace place) {
        return place.publicId() + seal(place.publicId().value());
    }

    /**
     * The place that a code opens.
     *
     * @param code a code, or the id of a place that was booked before there were codes and is not over
     * @throws NotFound if it opens none
     */
    EventPlace opened(String code) {
        var read = CODE.matcher(code);
        return read.matches() && MessageDigest.isEqual(bytes(seal(read.group(1))), bytes(read.group(2)))
                ? events.place(new PublicId(read.group(1))).orElseThrow(NotFound::new)
                : events.place(new PublicId(code)).filter(this::opensById).orElseThrow(NotFound::new);
    }

    private boolean opensById(EventPlace place) {
        return place.hasEarlierLink()
                && events.findById(place.eventId()).endsAt().isAfter(clock.instant());
    }

    private String seal(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.hmac(key, bytes(id)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
