package uk.thinkuknow.classroom.room;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.StaffBrowser;
import uk.thinkuknow.classroom.player.LessonPages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tests that rooms in memory stay current while other threads refresh them. */
@QuarkusTest
class RoomsTest extends ClassroomTest {
    private static final int OPENED = 60;

    @Inject
    Rooms rooms;

    @Inject
    RoomRows rows;

    @Inject
    SeatRows seats;

    @Inject
    LessonPages pages;

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
    void aRoomOfYesterdayIsForgotten() throws SQLException {
        long id;
        try (var db = database.getConnection()) {
            var yesterday = clock.instant().minusSeconds(90_000);
            id = GivenSession.start(db, codes, GivenSession.anyModule(db), 2, yesterday)
                    .id();
        }
        assertTrue(rooms.ofSession(id).toCompletableFuture().join().isPresent());
        rooms.refreshAll();
        assertNull(rooms.known(id));
        rooms.ofSession(session.id()).toCompletableFuture().join();
        rooms.refreshAll();
        assertNotNull(rooms.known(session.id()));
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

    @Test
    void aRoomIsReadAgainAfterAReadingThatEndedWithAnError() {
        var broken = new AtomicBoolean(true);
        var failing = new Clock() {
            @Override
            public Instant instant() {
                if (broken.getAndSet(false)) {
                    throw new StackOverflowError("planted");
                }
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock.withZone(zone);
            }
        };
        var unscheduled = new ClassroomThreads() {
            @Override
            public void queryEvery(long millis, Runnable query) {}
        };
        var fresh = new Rooms(rows, seats, curriculum, pages, unscheduled, failing);
        var code = codes.hashOf(new JoinCode(session.code()));
        var first = fresh.withCode(code).toCompletableFuture();
        var failure = assertThrows(ExecutionException.class, () -> first.get(30, TimeUnit.SECONDS));
        assertInstanceOf(StackOverflowError.class, failure.getCause());
        assertTrue(fresh.withCode(code).toCompletableFuture().join().isPresent());
        unscheduled.stop();
    }
}
