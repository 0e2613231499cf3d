package uk.thinkuknow.classroom.board;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.join.EventNews;
import uk.thinkuknow.classroom.player.RoomDifference;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.Json;

/**
 * Streams the progress of live rooms to teachers' screens, at most a second late. The events of a watched room are in
 * memory: read once, then added as they are stored, and read again every minute or two, because the database is the truth.
 * Each second two queries ask for all watched rooms who is there and who waits. Without a change a screen is told so after 10
 * seconds; if it hears nothing for longer, its connection is broken. A room is still watched for 10 seconds after its last
 * screen has gone, as most come back at once.
 */
@Singleton
class LiveFeed implements EventNews.Watcher {
    private static final long SAID_AGAIN_MILLIS = 10_000;
    /** Each room at another time, one to two minutes after the last. */
    private static final long READ_AGAIN_MILLIS = 60_000;

    private static final long STAYS_MILLIS = 10_000;
    /** What a screen that opens is told at once may be this old, because each second there is something newer. */
    private static final long FRESH_MILLIS = 2_000;

    private final RoomProgressCache reports;
    private final ClassroomThreads threads;
    private final Clock clock;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    LiveFeed(RoomProgressCache reports, EventNews news, ClassroomThreads threads, Clock clock) {
        this.reports = reports;
        this.threads = threads;
        this.clock = clock;
        news.addWatcher(this);
        threads.every(1000, () -> {
            if (isWatching() && looking.compareAndSet(false, true)) {
                threads.occasional().execute(this::lookAtAll);
            }
        });
    }

    @Override
    public boolean isWatching() {
        return !watched.isEmpty();
    }

    @Override
    public void told(long session, List<Event> events) {
        var room = watched.get(session);
        if (room != null) {
            room.sums.add(events);
        }
    }

    /** A room's progress as JSON, with its ETag. */
    record Snapshot(byte[] json, String tag) {
        static Snapshot of(Object progress) {
            var json = Json.bytes(progress);
            var sum = new CRC32();
            sum.update(json);
            return new Snapshot(json, "\"" + Long.toHexString(sum.getValue()) + "-" + json.length + "\"");
        }
    }

    /** A teacher's screen; after the first time some want only what has changed. */
    private static final class Screen {
        final MultiEmitter<? super Snapshot> emitter;
        final boolean wantsChanges;
        boolean told;

        Screen(MultiEmitter<? super Snapshot> emitter, boolean wantsChanges) {
            this.emitter = emitter;
            this.wantsChanges = wantsChanges;
        }
    }

    /** A room with at least one screen open: its screens, its events, and what the screens were told last. */
    private static final class Watched {
        final Set<Screen> screens = new CopyOnWriteArraySet<>();
        final RoomSums sums = new RoomSums();
        private volatile long dueMillis;
        private volatile long leftMillis;
        private @Nullable RoomProgress last;
        private long lookedMillis;
        private long saidMillis;

        boolean isLeft(long millis) {
            return screens.isEmpty() && millis - leftMillis > STAYS_MILLIS;
        }

        /** Tells a screen that has just opened what the others know; returns false if that is not fresh. */
        synchronized boolean greet(long millis) {
            if (last == null || millis - lookedMillis > FRESH_MILLIS) {
                return false;
            }
            tell(last, lookedMillis);
            return true;
        }

        /** Tells the screens; by one thread at a time, so that each hears everything in order. */
        synchronized void tell(RoomProgress now, long millis) {
            var before = last;
            boolean changed = before == null || !before.equals(now);
            boolean again = changed || millis - saidMillis > SAID_AGAIN_MILLIS;
            Snapshot whole = null;
            Snapshot changes = null;
            for (var screen : screens) {
                if (screen.told && !again) {
                    continue;
                }
                if (screen.told && screen.wantsChanges && before != null) {
                    changes = changes == null ? Snapshot.of(RoomDifference.between(before, now)) : changes;
                    screen.emitter.emit(changes);
                } else {
                    whole = whole == null ? Snapshot.of(now) : whole;
                    screen.emitter.emit(whole);
                }
                screen.told = true;
            }
            last = now;
            lookedMillis = millis;
            saidMillis = again ? millis : saidMillis;
        }
    }

    /**
     * The room's progress now, then at each change and after 10 seconds without one.
     *
     * @param changes whether to send only what has changed after the first time
     */
    Multi<Snapshot> of(long session, boolean changes) {
        return Multi.createFrom().emitter(emitter -> {
            var screen = new Screen(emitter, changes);
            var room = Objects.requireNonNull(
                    watched.compute(session, (id, known) -> with(screen, known == null ? new Watched() : known)));
            emitter.onTermination(() -> without(screen, room));
            threads.occasional().execute(() -> {
                if (!room.greet(clock.millis())) {
                    look(Map.of(session, room));
                }
            });
        });
    }

    private static Watched with(Screen screen, Watched room) {
        room.screens.add(screen);
        return room;
    }

    private void without(Screen screen, Watched room) {
        room.leftMillis = clock.millis();
        room.screens.remove(screen);
    }

    /** Looks at a room at once, after an act, and tells its screens. */
    void look(long session) {
        var room = watched.get(session);
        if (room != null) {
            threads.occasional().execute(() -> look(Map.of(session, room)));
        }
    }

    private void lookAtAll() {
        try {
            // computed, so that no screen joins a room that is being removed
            long millis = clock.millis();
            watched.keySet()
                    .forEach(session ->
                            watched.computeIfPresent(session, (id, room) -> room.isLeft(millis) ? null : room));
            look(Map.copyOf(watched));
        } finally {
            looking.set(false);
        }
    }

    private void look(Map<Long, Watched> rooms) {
        try {
            var now = clock.instant();
            rooms.forEach((session, room) -> readIfDue(session, room, now.toEpochMilli()));
            var sums = rooms.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, room -> room.getValue().sums));
            reports.progress(sums, now)
                    .forEach((session, progress) ->
                            Objects.requireNonNull(rooms.get(session)).tell(progress, now.toEpochMilli()));
        } catch (RuntimeException e) {
            Log.debugf("live rooms could not be read: %s", e.getClass().getSimpleName());
        }
    }

    private void readIfDue(long session, Watched room, long millis) {
        if (millis > room.dueMillis) {
            room.sums.add(reports.events(session));
            room.dueMillis = millis + READ_AGAIN_MILLIS + session * 7919 % READ_AGAIN_MILLIS;
        }
    }
}
