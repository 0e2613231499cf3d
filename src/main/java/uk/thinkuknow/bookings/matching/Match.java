package uk.thinkuknow.bookings.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trainer against what is wanted.
 *
 * @param kilometres from her home to the school, rounded up; null if either place is not known
 * @param possible the slots she could take
 * @param obstacle what keeps her from it; null if she can come
 * @param why she can or cannot, in words that are kept with the offer: "12 km away, free on Tue 3 Mar 10:00"
 */
public record Match(
        long staffId,
        String name,
        @Nullable Integer kilometres,
        List<Slot> possible,
        @Nullable Obstacle obstacle,
        String why) {
    public boolean can() {
        return obstacle == null;
    }
}
