package uk.thinkuknow.courses.training;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import uk.thinkuknow.common.PublicId;

/** Gives a certificate to whoever attended, and takes it back from whoever is marked anew as not having been there. */
@Singleton
class Certifying {
    private static final int SALT = 16;

    private final TrainingEvents events;
    private final EventLetters letters;
    private final Clock clock;
    private final RandomGenerator random;

    Certifying(TrainingEvents events, EventLetters letters, Clock clock, RandomGenerator random) {
        this.events = events;
        this.letters = letters;
        this.clock = clock;
        this.random = random;
    }

    /** After a mark: whoever attended has a certificate, and nobody else. */
    void follow(EventLetters.To to) {
        var open = events.openBadgeOf(to.place());
        if (to.place().isAttended() && open.isEmpty() && !to.person().isErased()) {
            var salt = new byte[SALT];
            random.nextBytes(salt);
            var badge =
                    new Badge(PublicId.draw(), to.place().id(), HexFormat.of().formatHex(salt), clock.instant());
            events.getSession().persist(badge);
            letters.certified(to, badge);
        } else if (!to.place().isAttended()) {
            open.ifPresent(badge -> badge.revoke(Badge.RevocationReason.IN_ERROR, clock.instant()));
        }
    }
}
