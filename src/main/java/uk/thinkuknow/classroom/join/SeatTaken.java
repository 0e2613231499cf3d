package uk.thinkuknow.classroom.join;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.Room;

/**
 * The seat a device was given, and where its lesson continues.
 *
 * @param seat the signed token
 * @param step key of the step that the seat saw last, or of the first step
 * @param done keys of the questions it has answered
 */
record SeatTaken(
        String seat, @Nullable Integer card, String name, String lesson, String step, Collection<String> done) {
    static SeatTaken of(Room room, TakeSeat.Outcome.Seated seated) {
        var place = seated.seat().place();
        var step = seated.reached().step();
        return new SeatTaken(
                seated.token(),
                place.card(),
                room.nameOf(place),
                "/lesson",
                step == null ? room.lesson().first() : step,
                seated.reached().done());
    }
}
