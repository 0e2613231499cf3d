package uk.thinkuknow.classroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.curriculum.PublishedModule;

/** The classroom of a session as this instance knows it: its cards, who holds them, and who waits for news. */
final class Room {
    private final RoomRow row;
    private final PublishedModule module;
    private final RenderedLesson page;
    private final LessonKeys lesson;
    private final Map<Long, Seat> seats = new ConcurrentHashMap<>();
    private final Map<Seat.Place, Long> places = new ConcurrentHashMap<>();
    private final Map<Long, Map<Integer, Instant>> ends = new ConcurrentHashMap<>();
    private final Map<Long, Long> heard = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private int visitorNumbers;
    private volatile RoomRow.RoomStanding standing;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Sent cardList;

    private record Sent(int changes, byte[] bytes) {}

    private record Waiting(long untilMillis, CompletableFuture<Void> news) {}

    Room(RoomRow row, PublishedModule module, RenderedLesson page) {
        this.row = row;
        this.module = module;
        this.page = page;
        this.lesson = new LessonKeys(module.lesson());
        this.standing = row.standing();
    }

    long session() {
        return row.session();
    }

    RoomRow row() {
        return row;
    }

    PublishedModule module() {
        return module;
    }

    RenderedLesson page() {
        return page;
    }

    LessonKeys lesson() {
        return lesson;
    }

    /** Whether new seats can be taken. */
    boolean isOpen(Instant now) {
        return standing.open() && now.isBefore(row.openUntil());
    }

    /** Whether events are still taken: until midnight, whether or not the session has ended. */
    boolean takesEvents(Instant now) {
        return now.isBefore(row.openUntil());
    }

    RoomRow.RoomStanding standing() {
        return standing;
    }

    @Nullable
    RoomClass ofClass(String publicId) {
        for (var one : row.classes()) {
            if (one.publicId().value().equals(publicId)) {
                return one;
            }
        }
        return null;
    }

    @Nullable
    Seat seat(long id) {
        return seats.get(id);
    }

    @Nullable
    Seat at(Seat.Place place) {
        var id = places.get(place);
        return id == null ? null : seats.get(id);
    }

    boolean isTaken(long classId, int card) {
        var seat = at(Seat.Place.ofCard(classId, card));
        return seat != null && seat.isHeld();
    }

    @Nullable
    Seat withKey(UUID key) {
        for (var seat : seats.values()) {
            if (seat.key().equals(key)) {
                return seat;
            }
        }
        return null;
    }

    int seatCount() {
        return seats.size();
    }

    List<Seat> seats() {
        return new ArrayList<>(seats.values());
    }

    /** A number that no visitor has been given here. */
    synchronized int nextVisitorNumber() {
        for (var seat : seats.values()) {
            var number = seat.place().visitorNumber();
            visitorNumbers = number == null ? visitorNumbers : Math.max(visitorNumbers, number);
        }
        return ++visitorNumbers;
    }

    /** When a generation of a seat ended; null while it is the one in force. */
    @Nullable
    Instant endOf(long seat, int generation) {
        var ended = ends.get(seat);
        return ended == null ? null : ended.get(generation);
    }

    /** Takes over what the database says of a seat; what was read earlier never replaces what came after it. */
    void put(Seat seat) {
        seats.merge(seat.id(), seat, Seat::later);
        places.put(seat.place(), seat.id());
        changes.incrementAndGet();
    }

    /** Takes over how the room stands, its seats and the ends of their generations; wakes all who wait if it is news. */
    void refresh(RoomRow.RoomStanding fresh, List<Seat> all, Map<Long, Map<Integer, Instant>> allEnds) {
        allEnds.forEach((seat, ended) -> ends.put(seat, new HashMap<>(ended)));
        all.forEach(this::put);
        boolean news = !fresh.equals(standing);
        standing = fresh;
        if (news) {
            wakeAll();
        }
    }

    /** The card list as it is sent, kept until a seat changes. */
    byte[] cardList() {
        int now = changes.get();
        var kept = cardList;
        if (kept == null || kept.changes() != now) {
            kept = new Sent(now, ApiAnswers.bytes(CardList.of(this)));
            cardList = kept;
        }
        return kept.bytes();
    }

    /** Notes a sign of life of a seat's device. */
    void hear(long seat, long nowMillis) {
        heard.put(seat, nowMillis);
    }

    /** When a seat's device was last heard of by this instance, or 0. */
    long lastHeard(long seat) {
        return heard.getOrDefault(seat, 0L);
    }

    /** Completes when something changes, or at the given time. */
    CompletableFuture<Void> news(long untilMillis) {
        var news = new CompletableFuture<Void>();
        waiting.add(new Waiting(untilMillis, news));
        return news;
    }

    void wakeThoseUntil(long nowMillis) {
        for (var first = waiting.peek(); first != null && first.untilMillis() <= nowMillis; first = waiting.peek()) {
            var due = waiting.poll();
            if (due != null) {
                due.news().complete(null);
            }
        }
    }

    void wakeAll() {
        for (var one = waiting.poll(); one != null; one = waiting.poll()) {
            one.news().complete(null);
        }
    }
}
