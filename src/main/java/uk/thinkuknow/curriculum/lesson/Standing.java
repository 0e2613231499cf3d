package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is added to a version after it was published: the review and the withdrawal. */
public record Standing(
        long versionId,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        String reviewedFacts,
        @Nullable Instant withdrawnAt) {

    /** @param facts a hash of what the version tells now: a review is of what it told then */
    public boolean isReviewed(String facts) {
        return reviewedAt != null && reviewedFacts.equals(facts);
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
