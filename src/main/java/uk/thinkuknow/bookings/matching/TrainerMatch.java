package uk.thinkuknow.bookings.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of matching one trainer with a requested session.
 *
 * @param kilometres from the trainer's home to the school, rounded up; null if either position is not known
 * @param possible requested times at which they could come
 * @param obstacle why they cannot come; null if they can
 * @param why the reasons in words, stored with the offer: "12 km away, free on Tue 3 Mar 10:00"
 */
public record TrainerMatch(
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
