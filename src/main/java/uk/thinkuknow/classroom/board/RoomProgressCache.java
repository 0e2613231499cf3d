package uk.thinkuknow.classroom.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.answers.SeatActivity;
import uk.thinkuknow.classroom.answers.SeatEventQuery;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.classroom.player.RoomProgress;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.Heartbeats;
import uk.thinkuknow.classroom.room.Room;
import uk.thinkuknow.classroom.room.Rooms;
import uk.thinkuknow.classroom.room.Seat;
import uk.thinkuknow.classroom.room.SeatRequests;
import uk.thinkuknow.common.NotFound;

/**
 * Reads the progress of a room and caches it for 0.9 seconds, so that many screens cost one read; also reads what each
 * seat did, without a cache.
 */
@Singleton
class RoomProgressCache {
    private static final long KEPT_MILLIS = 900;

    private final SeatEventQuery rows;
    private final WaitingDevices waiting;
    private final Heartbeats heartbeats;
    private final Rooms rooms;
    private final Clock clock;
    private final Map<Long, CachedProgress> kept = new ConcurrentHashMap<>();

    /** A progress in memory and when it was read. */
    private record CachedProgress(long atMillis, RoomProgress progress) {}

    RoomProgressCache(
            SeatEventQuery rows,
            WaitingDevices waiting,
            Heartbeats heartbeats,
            Rooms rooms,
            ClassroomThreads threads,
            Clock clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.heartbeats = heartbeats;
        this.rooms = rooms;
        this.clock = clock;
        threads.every(KEPT_MILLIS, this::forgetOld);
    }

    RoomProgress progress(long session) {
        var now = clock.instant();
        var last = kept.get(session);
        if (last != null && now.toEpochMilli() - last.atMillis() < KEPT_MILLIS) {
            return last.progress();
        }
        var fresh = read(session, now);
        kept.put(session, new CachedProgress(now.toEpochMilli(), fresh));
        return fresh;
    }

    void forget(long session) {
        kept.remove(session);
    }

    /** Forgets what nobody gets any more, even if nobody asks again. */
    private void forgetOld() {
        long now = clock.millis();
        kept.values().removeIf(one -> now - one.atMillis() >= KEPT_MILLIS);
    }

    boolean isKept(long session) {
        return kept.containsKey(session);
    }

    List<SeatActivity> activity(long session) {
        return rows.activity(session);
    }

    /** All events of a session, as stored. */
    List<Event> events(long session) {
        return rows.events(session);
    }

    private RoomProgress read(long session, Instant now) {
        var sums = new RoomSums();
        sums.add(rows.events(session));
        return Optional.ofNullable(progress(Map.of(session, sums), now).get(session))
                .orElseThrow(NotFound::new);
    }

    /**
     * The progress of several sessions whose events are known, by session id; costs two queries for all. A session without
     * a room is left out.
     */
    Map<Long, RoomProgress> progress(Map<Long, RoomSums> sums, Instant now) {
        var open = sums.keySet().stream()
                .flatMap(session -> rooms.ofSession(session).toCompletableFuture().join().stream())
                .toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        var heard = heartbeats.of(open);
        var waits = waiting.of(open, now);
        return open.stream()
                .collect(Collectors.toMap(
                        Room::session,
                        room -> progress(
                                room,
                                Objects.requireNonNull(sums.get(room.session())),
                                heard,
                                Objects.requireNonNull(waits.get(room.session())),
                                now)));
    }

    private static RoomProgress progress(
            Room room,
            RoomSums sums,
            Map<Long, Heartbeats.Heartbeat> heard,
            WaitingDevices.WaitingList waits,
            Instant now) {
        var cards = new ArrayList<RoomProgress.CardProgress>();
        var lesson = room.taught();
        var led = room.standing().pacing().step();
        var views = sums.views(lesson, led);
        var nothing = SeatView.of(lesson, led, SeatSummary.NOTHING);
        for (var seat : room.seats()) {
            var view = views.get(seat.id());
            var heartbeat = heard.getOrDefault(seat.id(), Heartbeats.Heartbeat.NONE);
            if (seat.isHeld() || seat.place().card() != null || view != null) { // the register has the same visitors
                cards.add(card(room, seat, view == null ? nothing : view, heartbeat, now));
            }
        }
        cards.sort(Comparator.comparingLong(RoomProgress.CardProgress::classId)
                .thenComparingInt(RoomProgress.CardProgress::card)
                .thenComparingInt(RoomProgress.CardProgress::visitor));
        return new RoomProgress(
                room.standing().revision(),
                room.isOpen(now),
                lesson.lesson().stepCount(),
                lesson.lesson().questionCount(),
                cards,
                waits.forCards(),
                answers(lesson.questions(), views.values()),
                stands(room, waits.door()));
    }

    private static RoomProgress.RoomSettings stands(Room room, RoomProgress.@Nullable Door door) {
        var standing = room.standing();
        var pacing = standing.pacing();
        return new RoomProgress.RoomSettings(
                pacing.paused(),
                standing.door().locked(),
                standing.sharing(),
                room.lesson().place(pacing.step()),
                pacing.revealed().keySet().stream()
                        .map(room.lesson()::placeOfQuestion)
                        .filter(place -> place > 0)
                        .toList(),
                door);
    }

    private static List<RoomProgress.Answers> answers(List<LiveQuestion> questions, Collection<SeatView> views) {
        var all = new ArrayList<RoomProgress.Answers>();
        for (int question = 0; question < questions.size(); question++) {
            int answered = 0;
            var counts = new int[questions.get(question).options().size()];
            for (var view : views) {
                var its = view.answers().get(question);
                answered += its.answered();
                for (int i = 0; its.answered() > 0 && i < counts.length; i++) {
                    counts[i] += its.counts().get(i);
                }
            }
            if (answered > 0) {
                all.add(new RoomProgress.Answers(
                        questions.get(question).step(),
                        answered,
                        Arrays.stream(counts).boxed().toList()));
            }
        }
        return all;
    }

    private static RoomProgress.CardProgress card(
            Room room, Seat seat, SeatView view, Heartbeats.Heartbeat heartbeat, Instant now) {
        var place = seat.place();
        var seen = view.seen();
        return new RoomProgress.CardProgress(
                place.classId() == null ? 0 : place.classId(),
                room.publicIdOf(place),
                place.card() == null ? 0 : place.card(),
                place.visitorNumber() == null ? 0 : place.visitorNumber(),
                state(seat, seen, heartbeat, now),
                view.place(),
                seen.answered(),
                seen.right(),
                seen.lastRight(),
                seat.isHeld() ? heartbeat.waiting() : 0,
                view.here(),
                view.sureWrong());
    }

    private static String state(Seat seat, SeatSummary seen, Heartbeats.Heartbeat heartbeat, Instant now) {
        if (seen.finished()) {
            return "finished";
        }
        if (!seat.isHeld()) {
            return "left";
        }
        long last = Math.max(heartbeat.heardMillis(), seat.takenAt().toEpochMilli());
        last = seen.last() == null ? last : Math.max(last, seen.last().toEpochMilli());
        return now.toEpochMilli() - last > SeatRequests.SILENCE.toMillis() ? "silent" : "working";
    }
}
