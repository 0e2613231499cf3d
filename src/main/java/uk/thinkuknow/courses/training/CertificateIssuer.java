package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import uk.thinkuknow.common.PublicId;

/**
 * Issues and emails a certificate when a person is marked as attended, and revokes it when that mark is changed to not
 * attended.
 */
@Singleton
class CertificateIssuer {
    private static final int SALT = 16;

    private final TrainingEvents events;
    private final EventLetters letters;
    private final Clock clock;
    private final RandomGenerator random;

    CertificateIssuer(TrainingEvents events, EventLetters letters, Clock clock, RandomGenerator random) {
        this.events = events;
        this.letters = letters;
        this.clock = clock;
        this.random = random;
    }

    /** Issues or revokes the certificate of a place so that it matches its attendance mark. */
    void update(EventLetters.Recipient to) {
        var open = events.openBadgeOf(to.place());
        if (to.place().isAttended() && open.isEmpty() && !to.person().isErased()) {
            var salt = new byte[SALT];
            random.nextBytes(salt);
            var badge =
                    new Badge(PublicId.draw(), to.place().id(), HexFormat.of().formatHex(salt), clock.instant());
            events.getSession().persist(badge);
            letters.sendCertificate(to, badge);
        } else if (!to.place().isAttended()) {
            open.ifPresent(badge -> badge.revoke(Badge.RevocationReason.IN_ERROR, clock.instant()));
        }
    }
}
