package uk.thinkuknow.schools.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import uk.thinkuknow.common.RetentionRule;
import uk.thinkuknow.common.RetryOnConflict;
import uk.thinkuknow.common.Words;

/** Retention rule: deletes invitations 60 days after they were used or, if they never were, after they expired. */
@Singleton
class InvitationRetention implements RetentionRule {
    private static final String OVER = "coalesce(usedAt, expiresAt) < ?1";

    private final Invitations invitations;
    private final Clock clock;

    InvitationRetention(Invitations invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "invitations",
                Words.of("accounts.retained"),
                Words.of("accounts.retainedAfter"),
                (int) InvitationService.STILL_LISTED.toDays(),
                Words.of("accounts.retainedWhy"),
                LocalDate.of(2026, 11, 1));
    }

    @Override
    public long due() {
        return invitations.count(OVER, day());
    }

    @Override
    public int deleteSome() {
        return RetryOnConflict.call(() -> (int) invitations.delete(OVER, day()));
    }

    private Instant day() {
        return clock.instant().minus(InvitationService.STILL_LISTED);
    }
}
