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
 * What live rooms show, sent as it changes to whoever watches: each watched room is read once a second, however many
 * screens show it, and said again after ten quiet seconds, so that a screen knows the line is not dead.
 */
@Singleton
class LiveFeed {
    private static final long SAID_AGAIN_MILLIS = 10_000;

    private final RoomReports reports;
    private final ClassroomThreads threads;
    private final Clock clock;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();

    LiveFeed(RoomReports reports, ClassroomThreads threads, Clock clock) {
        this.reports = reports;
        this.threads = threads;
        this.clock = clock;
        threads.every(1000, () -> watched.keySet().forEach(this::read));
    }

    /** A live room as it is sent, and the tag by which one sending is told from another. */
    record Shown(byte[] json, String tag) {
        static Shown of(RoomProgress progress) {
            var json = Json.bytes(progress);
            var sum = new CRC32();
            sum.update(json);
            return new Shown(json, "\"" + Long.toHexString(sum.getValue()) + "-" + json.length + "\"");
        }
    }

    private static final class Watched {
        final Set<MultiEmitter<? super Shown>> screens = new CopyOnWriteArraySet<>();
        final AtomicBoolean reading = new AtomicBoolean();
        volatile @Nullable Shown last;
        volatile long saidMillis;
    }

    /** The room as it is now, then whenever it changes. */
    Multi<Shown> of(long session) {
        return Multi.createFrom().emitter(screen -> {
            var room = watched.compute(session, (id, known) -> with(screen, known == null ? new Watched() : known));
            screen.onTermination(() -> watched.computeIfPresent(session, (id, known) -> without(screen, known)));
            room.last = null;
            read(session);
        });
    }

    private static Watched with(MultiEmitter<? super Shown> screen, Watched room) {
        room.screens.add(screen);
        return room;
    }

    /** Null for a room that nobody looks at any more. */
    private static @Nullable Watched without(MultiEmitter<? super Shown> screen, Watched room) {
        room.screens.remove(screen);
        return room.screens.isEmpty() ? null : room;
    }

    /** Tells the screens of a room at once what was just done to it. */
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
                tell(room, Shown.of(reports.progress(session)));
            } catch (RuntimeException e) {
                Log.debugf("a live room could not be read: %s", e.getClass().getSimpleName());
            } finally {
                room.reading.set(false);
            }
        });
    }

    private void tell(Watched room, Shown now) {
        var last = room.last;
        long millis = clock.millis();
        if (last == null || !last.tag().equals(now.tag()) || millis - room.saidMillis > SAID_AGAIN_MILLIS) {
            room.last = now;
            room.saidMillis = millis;
            room.screens.forEach(screen -> screen.emit(now));
        }
    }
}
