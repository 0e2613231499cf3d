package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.SeatLookup.FoundSeat;

/**
 * The state of a room, as a child's page gets it.
 *
 * @param n the room's revision, which rises with every change
 * @param state "open", "paused", "ended", "moved" or "withdrawn"
 * @param step the step to which the teacher has taken the class; null where each child goes at their own pace
 * @param revealed the questions that are closed, because their answer was shown
 * @param lesson the address of the lesson as it is now: another one once a step was withdrawn
 * @param sharing whether up to three cards share a tablet
 */
record RoomNews(
        int n,
        String state,
        @Nullable String step,
        List<String> revealed,
        String lesson,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean sharing) {
    static RoomNews of(FoundSeat seat) {
        var standing = seat.room().standing();
        var pacing = standing.pacing();
        return new RoomNews(
                standing.revision(),
                seat.moved() ? "moved" : standing.inWords(),
                pacing.step(),
                List.copyOf(pacing.revealed().keySet()),
                "/lesson?version=" + seat.room().module().number(),
                standing.sharing());
    }
}
