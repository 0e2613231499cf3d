package uk.thinkuknow.curriculum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is added to a version after it was published: the review and the withdrawal. */
record Standing(
        long versionId,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        String reviewedFacts,
        @Nullable Instant withdrawnAt) {

    /** @param facts a hash of what the version tells now: a review is of what it told then */
    boolean isReviewed(String facts) {
        return reviewedAt != null && reviewedFacts.equals(facts);
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }
}
