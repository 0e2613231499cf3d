package uk.thinkuknow.classroom.answers;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.thinkuknow.classroom.player.SeatSummary;
import uk.thinkuknow.classroom.room.Event;
import uk.thinkuknow.classroom.room.Keys;
import uk.thinkuknow.common.Sql;

/** Reads from the database which steps the seats of a session saw and how they answered. */
@Singleton
public class SeatEventQuery {
    private static final String EVENT = "e.seat_id, e.event_key, e.kind, e.step, e.question, e.answer, e.correct, e.at";

    /** What a device sends as of after the end, which it may until midnight, is no part of the lesson. */
    private static final String FROM_SEATS =
            "FROM seat_v s JOIN session_v t ON t.id = s.session_id %s JOIN event_v e ON e.seat_id = s.id AND (t.ended_at IS NULL OR e.at <= t.ended_at)";

    private final DataSource database;

    SeatEventQuery(DataSource database) {
        this.database = database;
    }

    /** All events of a session, but none from after its end. */
    public List<Event> events(long session) {
        return Sql.list(
                database,
                "SELECT " + EVENT + " " + FROM_SEATS.formatted("") + " WHERE s.session_id = ?",
                List.of(session),
                SeatEventQuery::event);
    }

    /** The steps and answers of each seat of a session, by seat id. */
    public Map<Long, SeatSummary> seen(long session) {
        var sums = new SeatSums();
        sums.add(events(session));
        return sums.seen();
    }

    private record Seat(
            long session,
            long id,
            @Nullable Long classId,
            @Nullable Integer card) {}

    /** The steps and answers of the seats that count, by session; none of a session whose answers are deleted. */
    Map<Long, List<SeatTimeline>> counted(Map<Long, CountedSeats> sessions) {
        var sums = new HashMap<Seat, SeatSum>();
        Sql.each(
                database,
                "SELECT " + EVENT + ", s.session_id, s.class_id, s.card_number " + FROM_SEATS.formatted("")
                        + " WHERE s.session_id IN (" + Sql.marks(sessions.size()) + ")",
                List.copyOf(sessions.keySet()),
                row -> sums.computeIfAbsent(
                                new Seat(
                                        row.getLong(9),
                                        row.getLong(1),
                                        row.getObject(10, Long.class),
                                        row.getObject(11, Integer.class)),
                                any -> new SeatSum())
                        .add(event(row)));
        var seats = new HashMap<Long, List<SeatTimeline>>();
        sums.forEach((seat, sum) -> seats.computeIfAbsent(seat.session(), any -> new ArrayList<>())
                .add(new SeatTimeline(seat.id(), seat.classId(), seat.card(), sum.summary(), sum.stepsInOrder())));
        seats.replaceAll((session, all) ->
                sessions.getOrDefault(session, CountedSeats.NONE).among(all));
        return seats;
    }

    private static Event event(ResultSet row) throws SQLException {
        var question = row.getString(5);
        var chosen = row.getString(6);
        return new Event(
                row.getLong(1),
                Keys.key(row.getBytes(2)),
                0,
                Event.Kind.valueOf(row.getString(3)),
                row.getString(4),
                question == null
                        ? null
                        : new Event.Given(question, chosen == null ? "" : chosen, row.getObject(7, Boolean.class)),
                Keys.instant(row.getObject(8, LocalDateTime.class)),
                false);
    }

    /**
     * What each seat of a session did until its end, also seats without events; in the order of class, card and visitor number. A
     * visitor who left without seeing a step is left out, so that a stranger's badges do not fill the register.
     */
    public List<SeatActivity> activity(long session) {
        var sql = """
                SELECT s.class_id, s.card_number, s.visitor, s.visitor_number, COUNT(DISTINCT e.step),
                  LEAST(s.taken_at, COALESCE(MIN(e.at), s.taken_at)), GREATEST(s.taken_at, COALESCE(MAX(e.at), s.taken_at)),
                  s.to_check
                %s
                WHERE s.session_id = ? AND NOT (s.visitor IS NOT NULL AND s.freed_at IS NOT NULL AND e.seat_id IS NULL)
                GROUP BY s.id ORDER BY s.class_id, s.card_number, s.visitor_number""".formatted(FROM_SEATS.formatted("LEFT"));
        return Sql.list(
                database,
                sql,
                List.of(session),
                row -> new SeatActivity(
                        row.getObject(1, Long.class),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getInt(5),
                        Keys.instant(row.getObject(6, LocalDateTime.class)),
                        Keys.instant(row.getObject(7, LocalDateTime.class)),
                        row.getBoolean(8)));
    }
}
