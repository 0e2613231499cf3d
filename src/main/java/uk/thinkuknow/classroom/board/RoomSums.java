package uk.thinkuknow.classroom.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.SeatSums;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.Room;

/**
 * The events of a room's seats and what they mean. A seat without a new event is not looked at again, because each
 * watched room is asked each second.
 */
final class RoomSums {
    private final SeatSums seats = new SeatSums();
    private Map<Long, SeatView> views = Map.of();

    /** Adds events in any order; those that are known change nothing. */
    void add(Collection<Event> events) {
        seats.add(events);
    }

    /**
     * The view of each seat with at least one event, by seat id.
     *
     * @param led key of the step the class is led to; null if each child goes at their own pace
     */
    synchronized Map<Long, SeatView> views(Room.LessonInUse lesson, @Nullable String led) {
        var now = new HashMap<Long, SeatView>();
        seats.seen().forEach((seat, seen) -> {
            var known = views.get(seat);
            now.put(seat, known != null && known.isOf(lesson, led, seen) ? known : SeatView.of(lesson, led, seen));
        });
        views = now;
        return now;
    }
}
