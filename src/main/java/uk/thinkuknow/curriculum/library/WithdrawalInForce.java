package uk.thinkuknow.curriculum.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.curriculum.lesson.PublishedModule;
import uk.thinkuknow.curriculum.lesson.Withdrawal;
import uk.thinkuknow.identity.staff.Scope;

/**
 * A lesson that is out of use in an area or everywhere.
 *
 * @param area where it is out of use now
 * @param endsAt when it is restored unless a second person signs; null if a reviewer decides, or if somebody has signed
 * @param viewer what the viewer may do
 */
public record WithdrawalInForce(
        PublicId id,
        PublishedModule module,
        WithdrawalWish wish,
        Scope area,
        Withdrawal said,
        @Nullable Instant endsAt,
        Rights viewer) {

    /**
     * What somebody may do with a withdrawal.
     *
     * @param signedBy who signed or decided to keep it; null if it waits for somebody
     */
    public record Rights(@Nullable String signedBy, boolean keep, boolean restore) {
        public boolean isWaiting() {
            return signedBy == null;
        }
    }
}
