package uk.thinkuknow.reach.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lesson of a school and how far its return has come. */
record SchoolSession(long id, String publicId, LocalDate date, String term, Taught taught, Signed signed) {

    private static final String NOBODY = "nobody";

    /** What was taught to whom. */
    record Taught(String title, int version, String band, boolean devices, String classes) {}

    /** Whether it ended, and by whom and when its return was signed; by nobody yet, it awaits it. */
    record Signed(
            @Nullable Instant endedAt,
            @Nullable String state,
            @Nullable String by,
            @Nullable Instant at,
            int rules,
            @Nullable Withdrawn withdrawn,
            boolean fromPaper) {}

    /** By whom, when and why its return was withdrawn. */
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

    /** Where it stands, in words. */
    String standing() {
        if (isWithdrawn()) {
            return "Withdrawn";
        }
        if (isCounted()) {
            return "Signed";
        }
        if (signed.endedAt() == null) {
            return "In progress";
        }
        return isAwaiting() ? "Awaiting return" : "Nobody came";
    }
}
