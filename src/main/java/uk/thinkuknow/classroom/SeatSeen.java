package uk.thinkuknow.classroom;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of one seat come to. */
record SeatSeen(
        Set<String> steps,
        int answered,
        int right,
        @Nullable Boolean lastRight,
        boolean finished,
        @Nullable Instant last) {
    static final SeatSeen NOTHING = new SeatSeen(Set.of(), 0, 0, null, false, null);
}
