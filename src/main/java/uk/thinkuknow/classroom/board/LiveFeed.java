package uk.thinkuknow.classroom.board;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Json;

/**
 * Streams the progress of live rooms to teachers' screens. It reads each watched room once a second, however many
 * screens show it, and sends what changed. Without a change it repeats the progress after 10 seconds, so that a screen
 * that gets nothing knows that its connection is broken.
 */
@Singleton
class LiveFeed {
    private static final long SAID_AGAIN_MILLIS = 10_000;

    private final RoomProgressCache reports;
    private final ClassroomThreads threads;
    private final Clock clock;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();

    LiveFeed(RoomProgressCache reports, ClassroomThreads threads, Clock clock) {
        this.reports = reports;
        this.threads = threads;
        this.clock = clock;
        threads.every(1000, () -> watched.keySet().forEach(this::read));
    }

    /** A room's progress as JSON, with its ETag. */
    record Snapshot(byte[] json, String tag) {
        static Snapshot of(RoomProgress progress) {
            var json = Json.bytes(progress);
            var sum = new CRC32();
            sum.update(json);
            return new Snapshot(json, "\"" + Long.toHexString(sum.getValue()) + "-" + json.length + "\"");
        }
    }

    /** A room with at least one screen open: its screens and the state last sent. */
    private static final class Watched {
        final Set<MultiEmitter<? super Snapshot>> screens = new CopyOnWriteArraySet<>();
        final AtomicBoolean reading = new AtomicBoolean();
        volatile @Nullable Snapshot last;
        volatile long saidMillis;
    }

    /** The room's progress now and at each change, and again after 10 seconds without one. */
    Multi<Snapshot> of(long session) {
        return Multi.createFrom().emitter(screen -> {
            var room = watched.compute(session, (id, known) -> with(screen, known == null ? new Watched() : known));
            screen.onTermination(() -> watched.computeIfPresent(session, (id, known) -> without(screen, known)));
            room.last = null;
            read(session);
        });
    }

    private static Watched with(MultiEmitter<? super Snapshot> screen, Watched room) {
        room.screens.add(screen);
        return room;
    }

    /** Removes a screen that has closed. After the last one it returns null, which removes the room from the map. */
    private static @Nullable Watched without(MultiEmitter<? super Snapshot> screen, Watched room) {
        room.screens.remove(screen);
        return room.screens.isEmpty() ? null : room;
    }

    /** Reads a room at once, after an act, and sends its new state to its screens. */
    void look(long session) {
        if (watched.containsKey(session)) {
            read(session);
        }
    }

    private void read(long session) {
        var room = watched.get(session);
        if (room == null || !room.reading.compareAndSet(false, true)) {
            return;
        }
        threads.occasional().execute(() -> {
            try {
                reports.forget(session);
                tell(room, Snapshot.of(reports.progress(session)));
            } catch (RuntimeException e) {
                Log.debugf("a live room could not be read: %s", e.getClass().getSimpleName());
            } finally {
                room.reading.set(false);
            }
        });
    }

    private void tell(Watched room, Snapshot now) {
        var last = room.last;
        long millis = clock.millis();
        if (last == null || !last.tag().equals(now.tag()) || millis - room.saidMillis > SAID_AGAIN_MILLIS) {
            room.last = now;
            room.saidMillis = millis;
            room.screens.forEach(screen -> screen.emit(now));
        }
    }
}
