package uk.thinkuknow.reach.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lesson at a school and the state of its return. */
record SchoolSession(long id, String publicId, LocalDate date, String term, Taught taught, Signed signed) {

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
        return signed.endedAt() != null && signed.state() == null;
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
        if (signed.endedAt() == null) {
            return SessionStanding.IN_PROGRESS;
        }
        return isAwaiting() ? SessionStanding.AWAITING : SessionStanding.NOBODY;
    }
}
