package uk.thinkuknow.classroom.room;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uk.thinkuknow.common.Sql;

/**
 * Shares heartbeats between the instances of the application through the table room_pulse: when each seat's device was
 * last heard, and how many answers it still has to send. Every 3 seconds an instance writes one row for each room in
 * which it has heard a device since it last wrote; the row has the devices heard in the last 90 seconds. Then it tells
 * each open room which devices no instance has heard for 60 seconds.
 */
@Singleton
public class Heartbeats {
    private static final long EVERY_MILLIS = 3000;
    private static final long SAID_FOR_MILLIS = 90_000;
    private static final int ROOMS_AT_ONCE = 200;

    private final DataSource database;
    private final Rooms rooms;
    private final Clock clock;
    private final long instance;
    private final Instant started;
    private long said;
    /** What the last look found, by open room. */
    private Map<Room, Silence> silences = new HashMap<>();

    Heartbeats(DataSource database, Rooms rooms, ClassroomThreads threads, Clock clock, RandomGenerator random) {
        this.database = database;
        this.rooms = rooms;
        this.clock = clock;
        this.instance = random.nextLong();
        this.started = clock.instant();
        threads.queryEvery(EVERY_MILLIS, this::tell);
    }

    /**
     * When a seat's device was last heard, and how many answers it said it still has to send.
     *
     * @param heardMillis in epoch milliseconds; 0 if never
     */
    public record Heartbeat(long heardMillis, int waiting) {
        public static final Heartbeat NONE = new Heartbeat(0, 0);

        static Heartbeat later(Heartbeat one, Heartbeat other) {
            return one.heardMillis < other.heardMillis ? other : one;
        }
    }

    /** The latest heartbeat of each seat's device, from all instances; by seat id. Costs one query for all rooms. */
    public Map<Long, Heartbeat> of(Collection<Room> several) {
        var heartbeats = new HashMap<Long, Heartbeat>();
        several.forEach(room -> heartbeats.putAll(room.heartbeats()));
        heardElsewhere(several, (seat, heartbeat) -> heartbeats.merge(seat, heartbeat, Heartbeat::later));
        return heartbeats;
    }

    /** Reads the heartbeats that other instances have heard in some rooms, each with its seat's id. */
    private void heardElsewhere(Collection<Room> several, BiConsumer<Long, Heartbeat> heartbeats) {
        var others = "SELECT seats FROM room_pulse WHERE session_id IN (" + Sql.marks(several.size())
                + ") AND instance <> " + instance;
        Sql.each(database, others, several.stream().map(Room::session).toList(), row -> {
            for (var one : row.getString(1).split(" ")) {
                var parts = one.split(":");
                heartbeats.accept(
                        Long.valueOf(parts[0]), new Heartbeat(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
            }
        });
    }

    private void tell() {
        long now = clock.millis();
        var told = new ArrayList<Map.Entry<Long, String>>();
        for (var room : rooms.all()) {
            if (room.lastHeard() >= said) {
                told.add(Map.entry(room.session(), written(room, now)));
            }
        }
        said = now;
        try {
            for (int from = 0; from < told.size(); from += ROOMS_AT_ONCE) {
                write(told.subList(from, Math.min(told.size(), from + ROOMS_AT_ONCE)));
            }
            findSilent();
        } catch (Sql.Failed e) {
            Log.debugf("signs of life could not be told: %s", e.getClass().getSimpleName());
        }
    }

    /** Asks the other instances only about rooms with a device that this one has not heard, many rooms at once. */
    private void findSilent() {
        var now = clock.instant();
        var known = silences;
        silences = new HashMap<>();
        var unheard = new ArrayList<Room>();
        for (var room : rooms.all()) {
            if (room.isOpen(now)) {
                var silence = known.get(room);
                if (silence == null || !now.isBefore(silence.noneBefore())) {
                    silence = silence(room.seats(), room::lastHeard, started, now);
                }
                silences.put(room, silence);
                if (silence.seats().isEmpty()) {
                    room.entrance().setSilent(Set.of(), now);
                } else {
                    unheard.add(room);
                }
            }
        }
        for (int from = 0; from < unheard.size(); from += ROOMS_AT_ONCE) {
            excuseHeardElsewhere(unheard.subList(from, Math.min(unheard.size(), from + ROOMS_AT_ONCE)), now);
        }
    }

    private void excuseHeardElsewhere(List<Room> unheard, Instant now) {
        long since = now.minus(SeatRequests.SILENCE).toEpochMilli();
        var heard = new HashSet<Long>();
        heardElsewhere(unheard, (seat, heartbeat) -> {
            if (heartbeat.heardMillis() > since) {
                heard.add(seat);
            }
        });
        for (var room : unheard) {
            var silence = Objects.requireNonNull(silences.get(room));
            room.entrance().setSilent(without(heard, silence.seats()), silence.at());
        }
    }

    private static Set<Long> without(Set<Long> heard, Set<Long> silent) {
        if (Collections.disjoint(heard, silent)) {
            return silent;
        }
        var still = new HashSet<>(silent);
        still.removeAll(heard);
        return Set.copyOf(still);
    }

    /**
     * The seats of a room whose device was not heard for 60 seconds. The start of this instance counts as heard, because
     * devices that called before could not reach it.
     *
     * @param noneBefore when the next seat can fall silent at the earliest
     */
    record Silence(Set<Long> seats, Instant at, Instant noneBefore) {}

    /** Finds the silent seats of a room; {@code lastHeard} gives a seat's time in epoch milliseconds, 0 if never. */
    static Silence silence(List<Seat> seats, LongUnaryOperator lastHeard, Instant started, Instant now) {
        var silent = new HashSet<Long>();
        var next = now.plus(SeatRequests.SILENCE);
        for (var seat : seats) {
            if (seat.isHeld()) {
                long sign = Math.max(
                        lastHeard.applyAsLong(seat.id()), seat.takenAt().toEpochMilli());
                var falls = Instant.ofEpochMilli(Math.max(sign, started.toEpochMilli()))
                        .plus(SeatRequests.SILENCE);
                if (!falls.isAfter(now)) {
                    silent.add(seat.id());
                } else if (falls.isBefore(next)) {
                    next = falls;
                }
            }
        }
        return new Silence(Set.copyOf(silent), now, next);
    }

    private static String written(Room room, long now) {
        var text = new StringBuilder();
        room.heartbeats().forEach((seat, heartbeat) -> {
            if (heartbeat.heardMillis() > now - SAID_FOR_MILLIS && text.length() < 7900) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(seat)
                        .append(':')
                        .append(heartbeat.heardMillis())
                        .append(':')
                        .append(heartbeat.waiting());
            }
        });
        return text.toString();
    }

    private void write(List<Map.Entry<Long, String>> told) {
        var sql = "INSERT INTO room_pulse (session_id, instance, seats) VALUES (?,?,?)"
                + ",(?,?,?)".repeat(told.size() - 1) + " ON DUPLICATE KEY UPDATE seats = VALUES(seats)";
        var values = told.stream()
                .flatMap(one -> Stream.<Object>of(one.getKey(), instance, one.getValue()))
                .toList();
        Sql.run(database, connection -> Sql.update(connection, sql, values));
    }
}
