package uk.thinkuknow.schools.school;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.common.PublicId;
import uk.thinkuknow.counting.ClassLink;

/**
 * Snapshot of a school's roll-over from one school year to the next.
 *
 * @param listsDestroyed who confirmed that last year's paper lists are destroyed; null until someone has
 * @param made the ids of the classes it created
 */
public record RollOverFacts(
        PublicId publicId,
        String fromYear,
        String toYear,
        Act rolled,
        @Nullable Act listsDestroyed,
        List<ClassLink> links,
        Set<Long> made) {

    /** Who did an act, by name, and when. */
    public record Act(String by, Instant at) {}
}
