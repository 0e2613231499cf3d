package uk.thinkuknow.classroom.room;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LessonPages;
import uk.thinkuknow.common.NotFound;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.curriculum.library.CurriculumService;

/**
 * Keeps in memory the rooms that this instance has served today. Each is read once; after that, one query a second asks
 * for the standing of all, and only changed rooms are read again.
 */
@Singleton
public class Rooms {
    private final RoomRows rows;
    private final SeatRows seats;
    private final CurriculumService curriculum;
    private final LessonPages pages;
    private final ClassroomThreads threads;
    private final Clock clock;
    private final Map<Long, Room> bySession = new ConcurrentHashMap<>();
    private final Map<CodeHash, Room> byCode = new ConcurrentHashMap<>();
    /** What is derived from the lessons that rooms of this instance have taught, by id of the version. */
    private final Map<Long, Room.LessonInUse> lessons = new ConcurrentHashMap<>();

    private final Map<Object, CompletableFuture<Optional<Room>>> loading = new ConcurrentHashMap<>();

    Rooms(
            RoomRows rows,
            SeatRows seats,
            CurriculumService curriculum,
            LessonPages pages,
            ClassroomThreads threads,
            Clock clock) {
        this.rows = rows;
        this.seats = seats;
        this.curriculum = curriculum;
        this.pages = pages;
        this.threads = threads;
        this.clock = clock;
        threads.queryEvery(1000, this::refreshAll);
    }

    /** The open room with a code. A code that is wrong, closed or not in memory always costs one query. */
    public CompletionStage<Optional<Room>> withCode(CodeHash code) {
        var known = byCode.get(code);
        if (known != null && known.isOpen(clock.instant())) {
            return CompletableFuture.completedFuture(Optional.of(known));
        }
        return load(code, () -> rows.withCode(code, clock.instant()))
                .thenApply(found -> found.filter(room -> room.isOpen(clock.instant())));
    }

    /** The room of a session, open or ended. */
    public CompletionStage<Optional<Room>> ofSession(long session) {
        var known = bySession.get(session);
        return known != null
                ? CompletableFuture.completedFuture(Optional.of(known))
                : load(session, () -> rows.ofSession(session));
    }

    /**
     * The room of a session, for a caller that may block.
     *
     * @throws NotFound if the session has no room
     */
    public Room of(long session) {
        return ofSession(session).toCompletableFuture().join().orElseThrow(NotFound::new);
    }

    /** The room of a session if it is in memory; otherwise null. */
    @Nullable
    public Room known(long session) {
        return bySession.get(session);
    }

    public List<Room> all() {
        return new ArrayList<>(bySession.values());
    }

    /** Reads the standing of all rooms in memory, updates changed ones, and forgets rooms of earlier days. */
    void refreshAll() {
        var now = clock.instant();
        for (var room : all()) {
            if (!room.takesEvents(now)) {
                forget(room);
            }
        }
        var asked = all(); // a room opened during the query is not in its result, but must stay
        if (asked.isEmpty()) {
            return;
        }
        try {
            var fresh = rows.fresh(asked.stream().map(Room::session).toList());
            for (var room : asked) {
                var standing = fresh.get(room.session());
                if (standing == null) {
                    forget(room);
                } else if (!standing.standing().equals(room.standing())
                        || standing.standing().moduleVersion() != room.module().versionId()
                        || standing.seats() != room.seatCount()) {
                    refresh(room, standing.standing());
                }
            }
        } catch (Sql.Failed e) {
            Log.warnf("rooms could not be refreshed: %s", e.getClass().getSimpleName());
        }
    }

    /** Reads a room's standing at once, after a change by this instance. */
    public void refresh(long session) {
        var room = bySession.get(session);
        if (room != null) {
            var standing = rows.fresh(List.of(session)).get(session);
            if (standing != null) {
                refresh(room, standing.standing());
            }
        }
    }

    /** Reads a room's standing on another thread, so that the caller does not wait. */
    public void refreshSoon(long session) {
        threads.occasional().execute(() -> refresh(session));
    }

    private void refresh(Room room, RoomRow.RoomStanding standing) {
        if (standing.isBefore(room.standing())) {
            return;
        }
        if (standing.moduleVersion() != room.module().versionId()) {
            var taught = taught(standing.moduleVersion());
            room.teach(taught, new RoomLessonPages(taught.module(), room.row(), pages));
        }
        if (standing.revision() != room.standing().revision()) {
            rows.ofSession(room.session()).ifPresent(room::reread);
        }
        room.refresh(standing, seats.of(room.session()), seats.endsOf(room.session()));
        if (!standing.open()) {
            byCode.values().remove(room);
        }
    }

    private void forget(Room room) {
        bySession.remove(room.session());
        byCode.values().remove(room);
        room.wakeAll();
    }

    private CompletionStage<Optional<Room>> load(Object key, Supplier<Optional<RoomRow>> query) {
        var found = loading.computeIfAbsent(
                key, any -> CompletableFuture.supplyAsync(() -> query.get().map(this::keep), threads.occasional()));
        found.whenComplete((room, failure) -> loading.remove(key, found));
        return found;
    }

    private Room keep(RoomRow row) {
        var known = bySession.get(row.session());
        var room = known != null ? known : roomOf(row);
        room.refresh(row.standing(), seats.of(row.session()), seats.endsOf(row.session()));
        var kept = bySession.putIfAbsent(row.session(), room);
        var theOne = kept == null ? room : kept;
        if (row.code() != null && row.standing().open()) {
            byCode.put(row.code(), theOne);
        }
        return theOne;
    }

    private Room roomOf(RoomRow row) {
        var taught = taught(row.standing().moduleVersion());
        return new Room(row, taught, new RoomLessonPages(taught.module(), row, pages));
    }

    private Room.LessonInUse taught(long version) {
        var module = curriculum.version(version);
        return lessons.compute(
                version,
                (any, known) -> known != null && known.module() == module ? known : Room.LessonInUse.of(module));
    }
}
