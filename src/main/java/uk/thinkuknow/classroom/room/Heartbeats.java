package uk.thinkuknow.classroom.room;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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
        var others = "SELECT seats FROM room_pulse WHERE session_id IN (" + Sql.marks(several.size())
                + ") AND instance <> " + instance;
        Sql.each(database, others, several.stream().map(Room::session).toList(), row -> {
            for (var one : row.getString(1).split(" ")) {
                var parts = one.split(":");
                heartbeats.merge(
                        Long.valueOf(parts[0]),
                        new Heartbeat(Long.parseLong(parts[1]), Integer.parseInt(parts[2])),
                        Heartbeat::later);
            }
        });
        return heartbeats;
    }

    private void tell() {
        long now = clock.millis();
        var told = new ArrayList<Map.Entry<Long, String>>();
        for (var room : rooms.all()) {
            if (room.heartbeats().values().stream().anyMatch(heartbeat -> heartbeat.heardMillis() >= said)) {
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
        var unheard = new ArrayList<Room>();
        for (var room : rooms.all()) {
            if (room.isOpen(now)) {
                if (silent(room.seats(), room.heartbeats(), started, now).isEmpty()) {
                    room.entrance().setSilent(Set.of(), now);
                } else {
                    unheard.add(room);
                }
            }
        }
        for (int from = 0; from < unheard.size(); from += ROOMS_AT_ONCE) {
            var asked = unheard.subList(from, Math.min(unheard.size(), from + ROOMS_AT_ONCE));
            var heard = of(asked);
            asked.forEach(room -> room.entrance().setSilent(silent(room.seats(), heard, started, now), now));
        }
    }

    /**
     * Ids of the seats whose device was not heard for 60 seconds. The start of this instance counts as heard, because
     * devices that called before could not reach it.
     */
    static Set<Long> silent(List<Seat> seats, Map<Long, Heartbeat> heard, Instant started, Instant now) {
        long since = now.minus(SeatRequests.SILENCE).toEpochMilli();
        return seats.stream()
                .filter(Seat::isHeld)
                .filter(seat -> started.toEpochMilli() <= since
                        && seat.takenAt().toEpochMilli() <= since
                        && heard.getOrDefault(seat.id(), Heartbeat.NONE).heardMillis() <= since)
                .map(Seat::id)
                .collect(Collectors.toUnmodifiableSet());
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
