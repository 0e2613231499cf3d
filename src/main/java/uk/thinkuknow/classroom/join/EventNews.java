package uk.thinkuknow.classroom.join;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import uk.thinkuknow.classroom.room.ClassroomThreads;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.common.Sql;
import uk.thinkuknow.common.Sql.Failed;

/**
 * Tells who watches a room which events were stored: those of this instance at once, those of others about a second later.
 * Once a second an instance writes what it has stored since into one row of event_news, and reads the rows of the others
 * with one query for all rooms. An instance that is alone writes only that it is there. News may come twice, or be lost
 * with an instance. A watcher that needs all events reads them again from time to time.
 */
@Singleton
public class EventNews {
    private static final long EVERY_MILLIS = 1000;
    /** Longer than a slow second or two; what is known already is left out by its number. */
    private static final int READ_SECONDS = 3;

    /** An instance without events says every ten exchanges that it is there, and is believed for three times as long. */
    private static final int THERE_EVERY = 10;

    private static final int BELIEVED_SECONDS = 30;
    private static final int KEPT_SECONDS = 60;
    private static final int DELETED_EVERY = 30;
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final DataSource database;
    private final long instance;
    private final ConcurrentLinkedQueue<SessionEvents> toTell = new ConcurrentLinkedQueue<>();
    private final Map<Long, Integer> known = new HashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    /** The events of the second before, if no other instance was there: one that has come since has not read them. */
    private List<SessionEvents> held = List.of();

    private int number;

    /** Events of one session. */
    record SessionEvents(long session, List<Event> events) {}

    EventNews(DataSource database, ClassroomThreads threads, RandomGenerator random) {
        this.database = database;
        this.instance = random.nextLong();
        threads.queryEvery(EVERY_MILLIS, this::exchange);
    }

    /** Gets the news of events, on several threads. */
    public interface Watcher {
        /** Whether it needs the events of other instances now. */
        boolean isWatching();

        void told(long session, List<Event> events);
    }

    public void addWatcher(Watcher watcher) {
        watchers.add(watcher);
    }

    private void tell(SessionEvents events) {
        watchers.forEach(watcher -> watcher.told(events.session(), events.events()));
    }

    /**
     * Passes on the events that this instance has stored.
     *
     * @param outcomes the result of each, in order
     */
    public void stored(long session, List<Event> events, List<Event.Outcome> outcomes) {
        var stored = IntStream.range(0, events.size())
                .filter(i -> outcomes.get(i) == Event.Outcome.STORED)
                .mapToObj(events::get)
                .toList();
        if (!stored.isEmpty()) {
            var news = new SessionEvents(session, stored);
            tell(news);
            toTell.add(news);
        }
    }

    void exchange() {
        try {
            write();
            if (watchers.stream().anyMatch(Watcher::isWatching)) {
                readOthers();
            }
            if (number % DELETED_EVERY == 0) {
                Sql.update(
                        database,
                        "DELETE FROM event_news WHERE at < UTC_TIMESTAMP(6) - INTERVAL ? SECOND",
                        List.of(KEPT_SECONDS));
            }
        } catch (Failed e) {
            Log.debugf("events could not be told: %s", e.getClass().getSimpleName());
        }
    }

    private void write() {
        var fresh = new ArrayList<SessionEvents>();
        for (var next = toTell.poll(); next != null; next = toTell.poll()) {
            fresh.add(next);
        }
        var told = new ArrayList<SessionEvents>();
        if (isAlone()) {
            held = fresh;
        } else {
            told.addAll(held);
            told.addAll(fresh);
            held = List.of();
        }
        if (!told.isEmpty() || number % THERE_EVERY == 0) {
            Sql.update(
                    database,
                    "INSERT INTO event_news (instance, number, at, events) VALUES (?, ?, UTC_TIMESTAMP(6), ?)",
                    List.of(instance, number + 1, written(told)));
        }
        number++;
    }

    private boolean isAlone() {
        return Sql.first(
                        database,
                        "SELECT 1 FROM event_news WHERE instance <> ? AND at > UTC_TIMESTAMP(6) - INTERVAL ? SECOND LIMIT 1",
                        List.of(instance, BELIEVED_SECONDS),
                        row -> 1)
                .isEmpty();
    }

    private void readOthers() {
        Sql.each(database, """
                SELECT instance, number, events FROM event_news
                WHERE at > UTC_TIMESTAMP(6) - INTERVAL ? SECOND AND instance <> ? ORDER BY instance, number""", List.of(READ_SECONDS, instance), row -> {
            if (row.getInt(2) > known.getOrDefault(row.getLong(1), 0)) {
                known.put(row.getLong(1), row.getInt(2));
                read(row.getString(3)).forEach(this::tell);
            }
        });
    }

    private static String written(List<SessionEvents> events) {
        try {
            return JSON.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SessionEvents> read(String events) {
        try {
            return JSON.readValue(events, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
