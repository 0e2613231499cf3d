package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.RoomRows;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.common.NotFound;

/**
 * Carries out the teacher's acts on a running room: pauses it, locks it, leads it to a step, or shows an answer.
 * Children on this instance get the change at once, those on others within a second; each act is idempotent.
 */
@Singleton
class RoomActs {
    private final RoomRows rows;
    private final Rooms rooms;
    private final Clock clock;

    RoomActs(RoomRows rows, Rooms rooms, Clock clock) {
        this.rows = rows;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Pauses every page of the class, or resumes them; answers are accepted all the same. */
    void pause(long session, boolean paused) {
        change(session, "paused = ?", "paused <> ?", paused, paused);
    }

    /** Locks the room to new seats, or unlocks it; existing seats stay. */
    void lock(long session, boolean locked) {
        change(session, "locked = ?", "locked <> ?", locked, locked);
    }

    /**
     * Leads the class to a step, or, with null, lets each child go at their own pace.
     *
     * @throws NotFound if the lesson has no such step
     */
    void lead(long session, @Nullable String step) {
        if (step != null && rooms.of(session).lesson().place(step) == 0) {
            throw new NotFound();
        }
        change(session, "step = ?", "NOT (step <=> ?)", step, step);
    }

    /**
     * Shows the answer to the question of a step, which closes it: answers dated then or later are refused.
     *
     * @throws NotFound if the step asks nothing, or its question has no right answer
     */
    void reveal(long session, String step) {
        var room = rooms.of(session);
        var question = room.lesson().questionAt(step);
        if (question == null || room.questions().stream().noneMatch(asked -> asked.isAt(step) && asked.isMarked())) {
            throw new NotFound();
        }
        var shown = question + ":" + clock.millis() + " ";
        change(
                session,
                "revealed = CONCAT(revealed, ?)",
                "LOCATE(CONCAT(' ', ?, ':'), CONCAT(' ', revealed)) = 0",
                shown,
                question);
    }

    private void change(long session, String what, String unless, @Nullable Object value, @Nullable Object compared) {
        rows.change(session, what, unless, value, compared);
        rooms.refresh(session);
    }
}
