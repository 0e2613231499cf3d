package uk.thinkuknow.classroom.player;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of one seat come to. */
public record SeatSeen(
        Set<String> steps,
        int answered,
        int right,
        @Nullable Boolean lastRight,
        boolean finished,
        @Nullable Instant last,
        List<Given> given) {
    public static final SeatSeen NOTHING = new SeatSeen(Set.of(), 0, 0, null, false, null, List.of());

    /** An answer: the question's step, what was chosen with commas between, and whether it is right where that is scored. */
    public record Given(
            String step, String chosen, @Nullable Boolean right) {}
}
