package uk.thinkuknow.classroom.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.LiveQuestion;
import uk.thinkuknow.common.Words;
import uk.thinkuknow.curriculum.lesson.PublishedModule;

/**
 * The live state of a session's room in this instance's memory: its lesson, seats, heartbeats of devices, and the
 * children's pages that wait for news.
 */
public final class Room {
    /** How far the clocks of two instances may be apart. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    private volatile RoomRow row;
    private volatile LessonInUse taught;
    private volatile RoomLessonPages words;
    private final Map<Long, Seat> seats = new ConcurrentHashMap<>();
    private final Map<Seat.Place, Long> places = new ConcurrentHashMap<>();
    private final Map<Long, Map<Integer, Instant>> ends = new ConcurrentHashMap<>();
    private final Map<Long, Heartbeats.Heartbeat> heard = new ConcurrentHashMap<>();
    private volatile long lastHeard;
    private final Map<HeldSeat, Event.ViewCounts> views = new ConcurrentHashMap<>();
    private final NewsQueue waiting = new NewsQueue();
    private final Entrance entrance = new Entrance(this);
    private int visitorNumbers;
    private volatile RoomRow.RoomStanding standing;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable CachedCardList cardList;

    /** The card list as sent, and the change counter at which it was written. */
    private record CachedCardList(int changes, byte[] bytes) {}

    /** A seat from when a device took it until another did. */
    private record HeldSeat(long seat, int generation) {}

    /** A version of a lesson, and all that is derived from it; its rooms share it. */
    public record LessonInUse(
            PublishedModule module, LessonKeys lesson, ConfidenceScales howSure, List<LiveQuestion> questions) {
        static LessonInUse of(PublishedModule module) {
            var lesson = module.lesson();
            return new LessonInUse(
                    module, LessonKeys.of(lesson), new ConfidenceScales(lesson), LiveQuestion.of(lesson));
        }
    }

    Room(RoomRow row, LessonInUse taught, RoomLessonPages words) {
        this.row = row;
        this.taught = taught;
        this.words = words;
        this.standing = row.standing();
    }

    public long session() {
        return row.session();
    }

    public RoomRow row() {
        return row;
    }

    /** The lesson of this moment; what belongs together is read from one answer, because it can be exchanged. */
    public LessonInUse taught() {
        return taught;
    }

    public PublishedModule module() {
        return taught.module();
    }

    /** The lesson in the languages in which its children read it. */
    public RoomLessonPages words() {
        return words;
    }

    public LessonKeys lesson() {
        return taught.lesson();
    }

    /** The questions of the lesson, with options as they are counted. */
    public List<LiveQuestion> questions() {
        return taught.questions();
    }

    /** Takes the classes as read again, because one was added. */
    void reread(RoomRow fresh) {
        row = fresh;
        forgetCardList();
    }

    void forgetCardList() {
        changes.incrementAndGet();
    }

    /** Switches to another version of the lesson. */
    void teach(LessonInUse taught, RoomLessonPages words) {
        this.taught = taught;
        this.words = words;
        views.clear();
        changes.incrementAndGet();
    }

    /**
     * Returns whether the session's code works: the room is not ended and its day not over. A locked room is open too.
     */
    public boolean isOpen(Instant now) {
        return standing.open() && now.isBefore(row.openUntil());
    }

    /** Returns whether events are accepted: until midnight in London, even after the session has ended. */
    boolean takesEvents(Instant now) {
        return now.isBefore(row.openUntil());
    }

    public RoomRow.RoomStanding standing() {
        return standing;
    }

    @Nullable
    public RoomClass ofClass(String publicId) {
        for (var one : row.classes()) {
            if (one.publicId().value().equals(publicId)) {
                return one;
            }
        }
        return null;
    }

    @Nullable
    public Seat seat(long id) {
        return seats.get(id);
    }

    @Nullable
    public Seat at(Seat.Place place) {
        var id = places.get(place);
        var seat = id == null ? null : seats.get(id);
        return seat == null || !seat.place().equals(place) ? null : seat;
    }

    /** The cards of a class that devices have. */
    BitSet taken(long classId) {
        var taken = new BitSet();
        for (var seat : seats.values()) {
            var card = seat.place().cardOf(classId);
            if (card != null && seat.isHeld() && !entrance.isSilent(seat)) {
                taken.set(card);
            }
        }
        return taken;
    }

    /** Who may take a seat now. */
    public Entrance entrance() {
        return entrance;
    }

    @Nullable
    public Seat withKey(UUID key) {
        for (var seat : seats.values()) {
            if (seat.key().equals(key)) {
                return seat;
            }
        }
        return null;
    }

    /** The key of a place's tile: "class/number", or "v/number" for a visitor. */
    public String keyOf(Seat.Place place) {
        return place.card() == null ? "v/" + place.visitorNumber() : publicIdOf(place) + "/" + place.card();
    }

    /** The public id of a place's class; null for a visitor. */
    @Nullable
    public String publicIdOf(Seat.Place place) {
        for (var one : row.classes()) {
            if (place.classId() != null && one.id() == place.classId()) {
                return one.publicId().value();
            }
        }
        return null;
    }

    /** The name shown for a place: "Blue Otter" or "Visitor 3". */
    public String nameOf(Seat.Place place) {
        if (place.card() == null) {
            return Words.of("room.visitor", Objects.requireNonNull(place.visitorNumber()));
        }
        for (var one : row.classes()) {
            var card = place.classId() != null && one.id() == place.classId() ? one.card(place.card()) : null;
            if (card != null) {
                return card.name();
            }
        }
        return Words.of("room.card", place.card());
    }

    int seatCount() {
        return seats.size();
    }

    public List<Seat> seats() {
        return new ArrayList<>(seats.values());
    }

    /** A visitor number not used in this room so far; unused ones may be skipped. */
    public synchronized int nextVisitorNumber() {
        for (var seat : seats.values()) {
            var number = seat.place().visitorNumber();
            visitorNumbers = number == null ? visitorNumbers : Math.max(visitorNumbers, number);
        }
        return ++visitorNumbers;
    }

    /** When a generation of a seat ended; null if it is the current one. */
    @Nullable
    Instant endOf(long seat, int generation) {
        var ended = ends.get(seat);
        return ended == null ? null : ended.get(generation);
    }

    /**
     * Returns whether this room gave the token out: its generation of the seat was taken when the token says, or has ended.
     * After a restore, numbers of sessions and seats that it undid are given out again; a token of theirs is older.
     */
    public boolean gave(SeatToken token) {
        var seat = seats.get(token.seat());
        if (seat == null || token.session() != session()) {
            return false;
        }
        return seat.generation() == token.generation()
                ? seat.takenAt().toEpochMilli() == token.takenAtMillis()
                : endOf(seat.id(), token.generation()) != null
                        && !token.takenAt().isBefore(row.startedAt().minus(CLOCKS));
    }

    /** How often a generation of a seat viewed each step. */
    public Event.ViewCounts viewsOf(long seat, int generation) {
        return views.computeIfAbsent(new HeldSeat(seat, generation), any -> new Event.ViewCounts(lesson().stepCount()));
    }

    /** Stores a seat as read from the database; an older reading never replaces a newer one. */
    public void put(Seat seat) {
        Long id = seat.id();
        if (seats.merge(id, seat, Seat::later) == seat) {
            places.put(seat.place(), id);
            changes.incrementAndGet();
        }
    }

    /**
     * Stores the room's standing, its seats and the ends of their generations as read from the database, and wakes all
     * waiting pages if the standing is new. An older reading never replaces a newer one.
     */
    void refresh(RoomRow.RoomStanding fresh, List<Seat> all, Map<Long, Map<Integer, Instant>> allEnds) {
        allEnds.forEach((seat, ended) ->
                ends.computeIfAbsent(seat, any -> new ConcurrentHashMap<>()).putAll(ended));
        all.forEach(this::put);
        if (isNews(fresh)) {
            changes.incrementAndGet();
            wakeAll();
        }
    }

    private synchronized boolean isNews(RoomRow.RoomStanding fresh) {
        if (fresh.isBefore(standing) || fresh.equals(standing)) {
            return false;
        }
        standing = fresh;
        return true;
    }

    /** The card list as JSON, cached until a seat, the lock or the lesson changes. */
    public byte[] cardList() {
        int now = changes.get();
        var kept = cardList;
        if (kept == null || kept.changes() != now) {
            kept = new CachedCardList(now, Json.bytes(CardList.of(this)));
            cardList = kept;
        }
        return kept.bytes();
    }

    /** Records that a seat's device was heard. */
    void recordHeard(long seat, long nowMillis) {
        heard.merge(
                seat,
                new Heartbeats.Heartbeat(nowMillis, 0),
                (was, is) -> new Heartbeats.Heartbeat(nowMillis, was.waiting()));
        lastHeard = nowMillis;
    }

    /** Records how many answers a device says it still has to send. */
    void recordWaiting(long seat, int waiting, long nowMillis) {
        heard.put(seat, new Heartbeats.Heartbeat(nowMillis, waiting));
        lastHeard = nowMillis;
    }

    /** The heartbeats that this instance has heard, by seat id. */
    Map<Long, Heartbeats.Heartbeat> heartbeats() {
        return heard;
    }

    /** When this instance last heard the seat's device, in epoch milliseconds; 0 if never. */
    long lastHeard(long seat) {
        return heard.getOrDefault(seat, Heartbeats.Heartbeat.NONE).heardMillis();
    }

    /** When this instance last heard any device of the room, in epoch milliseconds; 0 if never. */
    long lastHeard() {
        return lastHeard;
    }

    /** Completes when the room's revision is above {@code since}, or at the given time. */
    public CompletableFuture<Void> news(int since, long untilMillis) {
        var news = waiting.add(untilMillis);
        // A change between the caller's reading and the queueing above woke nobody.
        if (standing.revision() > since) {
            news.complete(null);
        }
        return news;
    }

    /** Completes the waits whose time has come. */
    public void wakeThoseUntil(long nowMillis) {
        waiting.wakeThoseUntil(nowMillis);
    }

    /** Completes all waits, because the room has changed or is forgotten. */
    public void wakeAll() {
        waiting.wakeAll();
    }
}
