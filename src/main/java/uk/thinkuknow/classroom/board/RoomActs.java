package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.room.RoomRows;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.common.NotFound;

/**
 * What a teacher does to a room while it runs. This instance's children learn it at once, those of the others within a
 * second; doing a thing twice is doing it once.
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

    /** Holds every page of the class, or lets them go on; answers are taken all the same. */
    void pause(long session, boolean paused) {
        change(session, "paused = ?", "paused <> ?", paused, paused);
    }

    /** Shuts the door to new seats, or opens it; who has one keeps it. */
    void lock(long session, boolean locked) {
        change(session, "locked = ?", "locked <> ?", locked, locked);
    }

    /**
     * Takes the class to a step, or lets each child go on by itself.
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
     * Shows the answer to the question that a step asks, which closes it: what is dated later is not taken.
     *
     * @throws NotFound if the lesson asks nothing there, or nothing that is right or wrong
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
                "CONCAT(' ', revealed) NOT LIKE CONCAT('% ', ?, ':%')",
                shown,
                question);
    }

    private void change(long session, String what, String unless, @Nullable Object value, @Nullable Object compared) {
        rows.change(session, what, unless, value, compared);
        rooms.refresh(session);
    }
}
