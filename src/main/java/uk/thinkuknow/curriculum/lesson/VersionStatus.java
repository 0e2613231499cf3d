package uk.thinkuknow.curriculum.lesson;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The review and withdrawal of a published version, the only parts of it that can change. */
public record VersionStatus(
        long versionId,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        String reviewedFacts,
        @Nullable Instant withdrawnAt) {

    /**
     * Returns whether the version is reviewed and still states the facts as they were reviewed.
     *
     * @param facts a hash of the facts it states now
     */
    public boolean isReviewed(String facts) {
        return reviewedAt != null && reviewedFacts.equals(facts);
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
