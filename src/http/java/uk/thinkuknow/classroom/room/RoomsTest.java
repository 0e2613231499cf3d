package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that rooms in memory stay current while other threads refresh them. */
@QuarkusTest
class RoomsTest extends ClassroomTest {
    private static final int OPENED = 60;

    @Inject
    Rooms rooms;

    @Test
    void aRoomOpenedDuringARefreshOfAllStaysInMemory() throws SQLException, InterruptedException {
        rooms.ofSession(session.id()).toCompletableFuture().join();
        var over = new AtomicBoolean();
        var asking = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                rooms.refreshAll();
            }
        });
        var opened = new ArrayList<Long>();
        try (var db = database.getConnection()) {
            long version = GivenSession.anyModule(db);
            for (int i = 0; i < OPENED; i++) {
                long id = GivenSession.start(db, codes, version, 2, clock.instant())
                        .id();
                rooms.ofSession(id).toCompletableFuture().join();
                opened.add(id);
            }
        } finally {
            over.set(true);
            asking.join();
        }
        assertEquals(
                List.of(), opened.stream().filter(id -> rooms.known(id) == null).toList());
    }

    @Test
    void anOlderStateOfARoomDoesNotReplaceANewerOne() throws SQLException {
        var room = rooms.ofSession(session.id()).toCompletableFuture().join().orElseThrow();
        var before = room.standing();
        StaffBrowser.as(session.teacher() + " teacher")
                .post("/sessions/" + session.publicId(), "/sessions/" + session.publicId() + "/pause", "paused", "yes")
                .then()
                .statusCode(303);
        assertTrue(room.standing().pacing().paused());
        room.refresh(before, room.seats(), Map.of());
        assertTrue(room.standing().pacing().paused());
    }
}
