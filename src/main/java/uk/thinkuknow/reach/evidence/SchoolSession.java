package uk.thinkuknow.reach.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.counting.PendingReturns;

/**
 * A lesson at a school and the state of its return.
 *
 * @param toConfirm the children of a signed return that is to be confirmed; null if there is no such return
 */
record SchoolSession(
        long id,
        String publicId,
        LocalDate date,
        String term,
        Taught taught,
        Signed signed,
        @Nullable Integer toConfirm) {

    private static final String NOBODY = "nobody";

    /** The module that was taught, and the classes. */
    record Taught(String title, int version, String band, boolean devices, String classes) {}

    /**
     * The end of the session and the state and signature of its return. The state is null while no return counts or
     * says that nobody came, for example while the session runs.
     */
    record Signed(
            @Nullable Instant endedAt,
            @Nullable String state,
            @Nullable String by,
            @Nullable Instant at,
            int rules,
            @Nullable Withdrawn withdrawn,
            boolean fromPaper) {}

    /** The withdrawal of a return: the person, the time and the reason. */
    record Withdrawn(String by, Instant at, String why) {}

    boolean isCounted() {
        return signed.state() != null && signed.withdrawn() == null && !NOBODY.equalsIgnoreCase(signed.state());
    }

    boolean isAwaiting() {
        return signed.endedAt() != null && signed.state() == null && toConfirm == null;
    }

    /** What it adds to the returns that do not count yet; the cards of a lesson without a return are not known here. */
    PendingReturns pending() {
        return toConfirm == null
                ? PendingReturns.awaiting(isAwaiting() ? 1 : 0, 0)
                : PendingReturns.toConfirm(1, toConfirm);
    }

    static PendingReturns pending(List<SchoolSession> sessions) {
        return sessions.stream().map(SchoolSession::pending).reduce(PendingReturns.NONE, PendingReturns::plus);
    }

    boolean isWithdrawn() {
        return signed.withdrawn() != null;
    }

    SessionStanding standing() {
        if (isWithdrawn()) {
            return SessionStanding.WITHDRAWN;
        }
        if (isCounted()) {
            return SessionStanding.SIGNED;
        }
        if (toConfirm != null) {
            return SessionStanding.TO_CONFIRM;
        }
        if (signed.endedAt() == null) {
            return SessionStanding.IN_PROGRESS;
        }
        return isAwaiting() ? SessionStanding.AWAITING : SessionStanding.NOBODY;
    }
}
