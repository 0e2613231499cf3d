package uk.thinkuknow.schools.school;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.ClassLink;

/**
 * A school's step from one year's classes to the next's.
 *
 * @param listsDestroyed who confirmed that last year's paper lists are destroyed, or null while nobody has
 * @param made the classes it made
 */
public record RollOverFacts(
        PublicId publicId,
        String fromYear,
        String toYear,
        Act rolled,
        @Nullable Act listsDestroyed,
        List<ClassLink> links,
        Set<Long> made) {

    /** Who did it, and when. */
    public record Act(String by, Instant at) {}
}
