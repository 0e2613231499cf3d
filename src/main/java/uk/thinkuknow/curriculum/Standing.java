package uk.thinkuknow.curriculum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is added to a version after it was published: the review and the withdrawal. */
record Standing(
        long versionId,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable Instant withdrawnAt) {

    boolean reviewed() {
        return reviewedAt != null;
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }
}
